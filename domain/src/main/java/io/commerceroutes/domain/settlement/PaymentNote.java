package io.commerceroutes.domain.settlement;

/** A line of a payment's history that is no event for the outside. */
public record PaymentNote(Type type, String detail) {
    /** What the line tells. */
    public enum Type {
        ATTEMPT_STARTED,
        ATTEMPT_ENDED,
        TRANSACTION_FOUND,
        TRANSACTION_DECIDED,
        ANSWER_CONTRADICTED,
        CALLBACK_RECEIVED,
        REFUND_DUE,
        REFUND_MADE,
        REFUND_IMPOSSIBLE,
        RESOLVED_BY_HAND
    }
}
