package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.payment.CardNumber;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding.Report;

/** A line of a payment's history that is no event for the outside. */
public record PaymentNote(Type type, String detail) {
    /** What the line tells. */
    public enum Type {
        ATTEMPT_STARTED,
        ATTEMPT_ENDED,
        TRANSACTION_FOUND,
        TRANSACTION_DECIDED,
        ANSWER_CONTRADICTED,
        TRANSACTION_DISOWNED,
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

    /** What the gateway says of a transaction. */
    static PaymentNote of(Type type, Report report) {
        String amount = report.amount().map(captured -> " " + captured.won()).orElse("");
        return new PaymentNote(type, report.transactionKey() + " " + report.status() + amount);
    }

    /** Whether the gateway contradicts what is recorded, which it may repeat whenever it is asked. */
    public boolean isContradiction() {
        return type == Type.ANSWER_CONTRADICTED || type == Type.TRANSACTION_DISOWNED;
    }

    /** Whether it is about money that nobody accounts for, or may be: this needs a person. */
    public boolean needsPerson() {
        return type == Type.TRANSACTION_DISOWNED
                || type == Type.ANSWER_CONTRADICTED && subject().endsWith(" " + Status.SUCCESS);
    }

    /** Whether it tells the same status of the same transaction, be it with another amount. */
    boolean repeats(PaymentNote other) {
        return type == other.type && subject().equals(other.subject());
    }

    /** Of a contradiction: transaction and status. */
    private String subject() {
        int second = detail.indexOf(' ', detail.indexOf(' ') + 1);
        return second < 0 ? detail : detail.substring(0, second);
    }
}
