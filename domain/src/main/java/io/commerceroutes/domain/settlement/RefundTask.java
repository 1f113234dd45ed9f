package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;

/**
 * A refund to be made, claimed for one try.
 *
 * @param tries how often it was tried, this time included
 * @param leaseUntil until when nobody else tries it; names the claim, too
 */
public record RefundTask(
        String orderId, long userId, String transactionKey, Money amount, int tries, Instant leaseUntil) {
    /** The same, where this time was no try. */
    public RefundTask withoutThisTry() {
        return new RefundTask(orderId, userId, transactionKey, amount, tries - 1, leaseUntil);
    }
}
