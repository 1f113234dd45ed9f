package io.commerceroutes.pgsimulator.transaction;

/**
 * A payment that the gateway has accepted, and what became of it.
 *
 * @param sequence the number of its key, rising with each transaction
 * @param reason of its status; null while PENDING
 * @param refundedAmount in won
 * @param otherAmount in won, what it captures where that is not what was asked for; else null
 */
public record Transaction(
        String transactionKey,
        long sequence,
        NewTransaction request,
        TransactionStatus status,
        String reason,
        long refundedAmount,
        Long otherAmount) {
    /** By how much an amount is off that is captured, or told, wrongly. */
    public static final long DIFFERENCE_WON = 100;

    static Transaction accepted(String transactionKey, long sequence, NewTransaction request) {
        return new Transaction(transactionKey, sequence, request, TransactionStatus.PENDING, null, 0, null);
    }

    /** @param otherwise whether it captures another amount than was asked for, should it be approved */
    Transaction settled(Outcome outcome, boolean otherwise) {
        boolean differs = otherwise && outcome.status() == TransactionStatus.SUCCESS;
        return new Transaction(
                transactionKey,
                sequence,
                request,
                outcome.status(),
                outcome.reason(),
                refundedAmount,
                differs ? Long.valueOf(request.amount() + DIFFERENCE_WON) : null);
    }

    Transaction refunded() {
        return new Transaction(transactionKey, sequence, request, status, reason, amount(), otherAmount);
    }

    Transaction masked() {
        return new Transaction(transactionKey, sequence, request.masked(), status, reason, refundedAmount, otherAmount);
    }

    /** What it is about, in won: as asked for, unless another amount was captured. */
    public long amount() {
        return otherAmount == null ? request.amount() : otherAmount;
    }

    /** What the card was charged with, in won, refunds not taken off. */
    public long capturedAmount() {
        return status == TransactionStatus.SUCCESS ? amount() : 0;
    }

    boolean belongsTo(String userId) {
        return request.userId().equals(userId);
    }
}
