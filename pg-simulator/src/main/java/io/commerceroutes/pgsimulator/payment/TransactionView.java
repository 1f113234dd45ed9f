package io.commerceroutes.pgsimulator.payment;

import io.commerceroutes.pgsimulator.transaction.CardNumber;
import io.commerceroutes.pgsimulator.transaction.CardType;
import io.commerceroutes.pgsimulator.transaction.NewTransaction;
import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.TransactionStatus;
import java.util.List;

/**
 * A transaction as its look-up shows it.
 *
 * @param amount in won
 * @param refundedAmount in won; null, hence absent, unless there is one
 */
record TransactionView(
        String transactionKey,
        String orderId,
        CardType cardType,
        CardNumber cardNo,
        long amount,
        TransactionStatus status,
        String reason,
        Long refundedAmount) {

    static TransactionView of(Transaction transaction) {
        NewTransaction request = transaction.request();
        return new TransactionView(
                transaction.transactionKey(),
                request.orderId(),
                request.cardType(),
                request.cardNo(),
                transaction.amount(),
                transaction.status(),
                transaction.reason(),
                refundedAmount(transaction));
    }

    private static Long refundedAmount(Transaction transaction) {
        return transaction.refundedAmount() == 0 ? null : transaction.refundedAmount();
    }

    /** All transactions of an order, the earliest first. */
    record OfOrder(String orderId, List<Brief> transactions) {
        static OfOrder of(String orderId, List<Transaction> transactions) {
            return new OfOrder(orderId, transactions.stream().map(Brief::of).toList());
        }
    }

    /** A transaction in its order's list. */
    record Brief(String transactionKey, TransactionStatus status, String reason, Long refundedAmount) {
        static Brief of(Transaction transaction) {
            return new Brief(
                    transaction.transactionKey(),
                    transaction.status(),
                    transaction.reason(),
                    TransactionView.refundedAmount(transaction));
        }
    }
}
