package io.commerceroutes.pgsimulator.ledger;

import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.TransactionStatus;
import java.util.List;

/**
 * What an order's transactions come to, in won.
 *
 * @param captured charged to cards, refunds not taken off
 * @param refunded given back
 */
record LedgerItem(String orderId, long captured, long refunded, List<Entry> transactions) {
    /** One transaction, its amounts in won. */
    record Entry(String transactionKey, TransactionStatus status, long amount, long refundedAmount) {
        static Entry of(Transaction transaction) {
            return new Entry(
                    transaction.transactionKey(),
                    transaction.status(),
                    transaction.amount(),
                    transaction.refundedAmount());
        }
    }

    static LedgerItem of(String orderId, List<Transaction> transactions) {
        return new LedgerItem(
                orderId,
                sum(transactions.stream().map(Transaction::capturedAmount).toList()),
                sum(transactions.stream().map(Transaction::refundedAmount).toList()),
                transactions.stream().map(Entry::of).toList());
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().reduce(0L, Math::addExact);
    }
}
