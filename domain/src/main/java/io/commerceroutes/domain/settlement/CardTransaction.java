package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.money.Money;
import java.util.Optional;

/**
 * A transaction that the gateway has for an order.
 *
 * @param key the gateway's own name for it
 * @param amount what was taken; empty until it was told of a transaction that is decided
 */
public record CardTransaction(
        String key, Status status, Optional<Money> amount, Optional<String> reason, RefundState refund) {
    /** As the gateway puts it. */
    public enum Status {
        PENDING,
        SUCCESS,
        FAILED
    }

    /** Whether the money is to go back, and whether it has. */
    public enum RefundState {
        NONE,
        DUE,
        REFUNDED,
        FAILED
    }

    public static CardTransaction pending(String key) {
        return new CardTransaction(key, Status.PENDING, Optional.empty(), Optional.empty(), RefundState.NONE);
    }

    /** Takes the gateway's word for it, unless that contradicts what it said before. */
    CardTransaction told(Status told, Optional<Money> toldAmount, Optional<String> toldReason) {
        return contradicts(told, toldAmount)
                ? this
                : new CardTransaction(
                        key,
                        told,
                        told == Status.PENDING ? amount : toldAmount.or(() -> amount),
                        toldReason.or(() -> reason),
                        refund);
    }

    boolean contradicts(Status told, Optional<Money> toldAmount) {
        boolean anotherEnd = status != Status.PENDING && told != status;
        boolean anotherAmount = amount.isPresent() && toldAmount.isPresent() && !amount.equals(toldAmount);
        return anotherEnd || anotherAmount;
    }

    CardTransaction refund(RefundState next) {
        return new CardTransaction(key, status, amount, reason, next);
    }

    /** Approved, of a known amount, and nobody has thought of a refund yet. */
    boolean isCaptured() {
        return status == Status.SUCCESS && amount.isPresent() && refund == RefundState.NONE;
    }

    boolean isUndecided() {
        return status == Status.PENDING || (status == Status.SUCCESS && amount.isEmpty());
    }
}
