package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.payment.Payment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A payment as operators see it.
 *
 * @param amount what was left to pay after discount and points
 * @param dueAt when it is looked at next; empty when nothing is left to do
 */
public record ListedPayment(
        String orderId,
        long userId,
        Payment payment,
        Money amount,
        Instant createdAt,
        Optional<Instant> dueAt,
        List<Attempt> attempts,
        List<CardTransaction> transactions) {
    public ListedPayment {
        attempts = List.copyOf(attempts);
        transactions = List.copyOf(transactions);
    }

    /** The same view of a card payment at hand. */
    public static ListedPayment of(CardPayment payment) {
        return new ListedPayment(
                payment.order().orderId(),
                payment.order().userId(),
                payment.order().payment(),
                payment.order().amounts().payable(),
                payment.order().createdAt(),
                payment.dueAt(),
                payment.attempts(),
                payment.transactions());
    }

    /** The same payment with what was asked and what the gateway has. */
    public ListedPayment with(List<Attempt> itsAttempts, List<CardTransaction> itsTransactions) {
        return new ListedPayment(orderId, userId, payment, amount, createdAt, dueAt, itsAttempts, itsTransactions);
    }
}
