package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.domain.settlement.PaymentNote.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What follows from a refund that was made, or that the gateway cannot make. Pure, like {@link Settlement}. */
public final class Refunding {
    private Refunding() {}

    /** How a person ends what the gateway could not. */
    public enum Resolution {
        /** The money went back by another way. */
        REFUNDED,
        /** The gateway is to be asked again. */
        RETRY
    }

    /** The gateway gave the transaction's money back, even if another answer said that it cannot. */
    public static Settled made(CardPayment before, String transactionKey, Instant at) {
        return change(
                before,
                transaction ->
                        isOwed(transaction, transactionKey) ? transaction.refund(RefundState.REFUNDED) : transaction,
                new PaymentNote(Type.REFUND_MADE, transactionKey),
                at);
    }

    /** The gateway cannot give it back: this needs a person. */
    public static Settled impossible(CardPayment before, String transactionKey, String why, Instant at) {
        return change(
                before,
                transaction ->
                        isDue(transaction, transactionKey) ? transaction.refund(RefundState.FAILED) : transaction,
                new PaymentNote(Type.REFUND_IMPOSSIBLE, transactionKey + ": " + why),
                at);
    }

    /** A person's decision on all refunds of the payment that failed; empty if there is none. */
    public static Optional<Settled> resolve(CardPayment before, Resolution resolution, String reason, Instant at) {
        if (before.transactions().stream().noneMatch(transaction -> transaction.refund() == RefundState.FAILED)) {
            return Optional.empty();
        }
        RefundState next = resolution == Resolution.REFUNDED ? RefundState.REFUNDED : RefundState.DUE;
        return Optional.of(change(
                before,
                transaction -> transaction.refund() == RefundState.FAILED ? transaction.refund(next) : transaction,
                new PaymentNote(Type.RESOLVED_BY_HAND, resolution + ": " + reason),
                at));
    }

    private static boolean isOwed(CardTransaction transaction, String key) {
        return isDue(transaction, key) || (transaction.key().equals(key) && transaction.refund() == RefundState.FAILED);
    }

    private static boolean isDue(CardTransaction transaction, String key) {
        return transaction.key().equals(key) && transaction.refund() == RefundState.DUE;
    }

    private static Settled change(
            CardPayment before, Function<CardTransaction, CardTransaction> change, PaymentNote note, Instant at) {
        List<CardTransaction> transactions =
                before.transactions().stream().map(change).toList();
        if (transactions.equals(before.transactions())) {
            return new Settled(before, before, List.of(), Optional.empty(), NextStep.DECIDE, at);
        }
        PaymentStatus status = statusOf(before.status(), transactions);
        CardPayment after = before.withTransactions(transactions)
                .with(
                        status == before.status()
                                ? before.order()
                                : before.order().become(status));
        return new Settled(before, after, List.of(note), Optional.empty(), NextStep.DECIDE, at);
    }

    /** A payment that pays for an order that stands stays as it is, whatever is refunded beside it. */
    private static PaymentStatus statusOf(PaymentStatus status, List<CardTransaction> transactions) {
        boolean goesBack = status == PaymentStatus.REFUNDING || status == PaymentStatus.REFUND_FAILED;
        if (!goesBack) {
            return status;
        }
        if (has(transactions, RefundState.DUE)) {
            return PaymentStatus.REFUNDING;
        }
        return has(transactions, RefundState.FAILED) ? PaymentStatus.REFUND_FAILED : PaymentStatus.REFUNDED;
    }

    private static boolean has(List<CardTransaction> transactions, RefundState state) {
        return transactions.stream().anyMatch(transaction -> transaction.refund() == state);
    }
}
