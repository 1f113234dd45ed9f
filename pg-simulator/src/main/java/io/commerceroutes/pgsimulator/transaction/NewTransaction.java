package io.commerceroutes.pgsimulator.transaction;

import java.util.Objects;

/**
 * A payment that is asked for.
 *
 * @param amount in won
 * @param idempotencyKey of the caller's choice, within one user; may be null
 */
public record NewTransaction(
        String userId,
        String orderId,
        CardType cardType,
        CardNumber cardNo,
        long amount,
        String callbackUrl,
        String idempotencyKey) {

    NewTransaction masked() {
        return new NewTransaction(userId, orderId, cardType, cardNo.masked(), amount, callbackUrl, idempotencyKey);
    }

    /** Whether both ask for the same; card numbers are not compared, since one may be masked. */
    public boolean asksTheSameAs(NewTransaction other) {
        return Objects.equals(orderId, other.orderId)
                && cardType == other.cardType
                && amount == other.amount
                && Objects.equals(callbackUrl, other.callbackUrl);
    }
}
