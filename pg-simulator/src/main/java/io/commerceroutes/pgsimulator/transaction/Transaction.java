package io.commerceroutes.pgsimulator.transaction;

/**
 * A payment that the gateway has accepted, and what became of it.
 *
 * @param sequence the number of its key, rising with each transaction
 * @param reason of its status; null while PENDING
 * @param refundedAmount in won
 */
public record Transaction(
        String transactionKey,
        long sequence,
        NewTransaction request,
        TransactionStatus status,
        String reason,
        long refundedAmount) {

    static Transaction accepted(String transactionKey, long sequence, NewTransaction request) {
        return new Transaction(transactionKey, sequence, request, TransactionStatus.PENDING, null, 0);
    }

    Transaction settled(Outcome outcome) {
        return new Transaction(transactionKey, sequence, request, outcome.status(), outcome.reason(), refundedAmount);
    }

    Transaction refunded() {
        return new Transaction(transactionKey, sequence, request, status, reason, request.amount());
    }

    Transaction masked() {
        return new Transaction(transactionKey, sequence, request.masked(), status, reason, refundedAmount);
    }

    /** What the card was charged with, in won, refunds not taken off. */
    public long capturedAmount() {
        return status == TransactionStatus.SUCCESS ? request.amount() : 0;
    }

    boolean belongsTo(String userId) {
        return request.userId().equals(userId);
    }
}
