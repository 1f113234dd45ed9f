package io.commerceroutes.pgsimulator.transaction;

/** What becomes of a transaction when it is settled. */
public enum Outcome {
    SUCCESS(TransactionStatus.SUCCESS, "The payment is approved."),
    LIMIT_EXCEEDED(TransactionStatus.FAILED, "The card's limit is exceeded. Choose another card."),
    INVALID_CARD(TransactionStatus.FAILED, "The card is invalid. Choose another card.");

    private final TransactionStatus status;
    private final String reason;

    Outcome(TransactionStatus status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    public TransactionStatus status() {
        return status;
    }

    public String reason() {
        return reason;
    }
}
