package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.payment.CardNumber;

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

    /** That the gateway called, or a stranger, whose key may be anything: what could be a card's number is left out. */
    public static PaymentNote callbackReceived(String transactionKey, String status) {
        return new PaymentNote(Type.CALLBACK_RECEIVED, CardNumber.leaveOut(transactionKey) + " " + status);
    }
}
