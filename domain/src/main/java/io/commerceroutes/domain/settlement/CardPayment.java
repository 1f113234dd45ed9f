package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is known of an order's card payment: its attempts and the gateway's transactions, which are its truth, and
 * when it is to be looked at next.
 *
 * @param attempts by number
 * @param transactions in the order in which they became known
 * @param leaseUntil until when the open attempt counts as under way
 * @param checks look-ups in a row that brought nothing new, those aside that a call about a closed payment caused
 * @param dueAt empty when nothing is left to do
 * @param calls of the gateway's about it
 */
public record CardPayment(
        Order order,
        List<Attempt> attempts,
        List<CardTransaction> transactions,
        Optional<Instant> leaseUntil,
        int checks,
        Optional<Instant> dueAt,
        Calls calls) {
    public CardPayment {
        attempts = List.copyOf(attempts);
        transactions = List.copyOf(transactions);
    }

    public PaymentStatus status() {
        return order.payment().status();
    }

    /** Whether the payment's fate is not known yet. */
    public boolean isOpen() {
        return status().isOpen();
    }

    /** Whether it is to be looked at now. */
    public boolean isDue(Instant now) {
        return dueAt.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Whether its card may still have to be sent to the gateway. */
    public boolean needsCard() {
        return !isCanceled() && (status() == PaymentStatus.PENDING || status() == PaymentStatus.UNKNOWN);
    }

    /** Whether nothing is under way that we know of: it is decided, so is every transaction, and no refund is due. */
    public boolean isSettled() {
        return !isOpen()
                && !hasUndecidedTransaction()
                && transactions.stream()
                        .noneMatch(transaction -> transaction.refund() == CardTransaction.RefundState.DUE);
    }

    /** Those of the finding's transactions that it does not know of yet. */
    public Set<String> unknownOf(Finding finding) {
        Set<String> unknown = new HashSet<>(finding.transactionKeys());
        transactions.forEach(known -> unknown.remove(known.key()));
        return unknown;
    }

    boolean isCanceled() {
        return order.status() == OrderStatus.CANCELED;
    }

    boolean hasOpenAttempt() {
        return attempts.stream().anyMatch(Attempt::isOpen);
    }

    boolean hasUnclearAttempt() {
        return attempts.stream().anyMatch(attempt -> attempt.outcome().isUnclear());
    }

    boolean cardWasRefused() {
        return attempts.stream().anyMatch(attempt -> attempt.outcome() == AttemptOutcome.CARD_REFUSED);
    }

    /** Whether it is certain that the gateway has nothing of this order. */
    boolean leftNothing() {
        return transactions.isEmpty()
                && attempts.stream().allMatch(attempt -> attempt.outcome().leftNothing());
    }

    boolean hasUndecidedTransaction() {
        return transactions.stream().anyMatch(CardTransaction::isUndecided);
    }

    List<CardTransaction> captured() {
        return transactions.stream().filter(CardTransaction::isCaptured).toList();
    }

    /** The transaction that pays for the order: the first that took exactly what was to be paid. */
    Optional<CardTransaction> exactlyCaptured() {
        return captured().stream()
                .filter(transaction ->
                        transaction.amount().equals(Optional.of(order.amounts().payable())))
                .findFirst();
    }

    /** Whether the gateway may have, or come to have, money for this order that we do not know of. */
    boolean isWatched() {
        return hasUndecidedTransaction()
                || attempts.stream()
                        .anyMatch(
                                attempt -> attempt.isOpen() || attempt.outcome().wasUnclear());
    }

    /** Number of the last attempt of which a look-up that begins now would find what the gateway has; 0 if of none. */
    public int provableUpTo(Instant now, Duration quiet) {
        return attempts.stream()
                .map(attempt -> lapsed(attempt, now))
                .takeWhile(attempt ->
                        !attempt.isOpen() && !attempt.provableFrom(quiet).isAfter(now))
                .mapToInt(Attempt::number)
                .max()
                .orElse(0);
    }

    /** An attempt whose lease has run out ended there, and nobody knows how. */
    Attempt lapsed(Attempt attempt, Instant now) {
        boolean over =
                attempt.isOpen() && leaseUntil.filter(end -> end.isAfter(now)).isEmpty();
        return over ? attempt.ended(AttemptOutcome.UNCLEAR, leaseUntil.orElse(now)) : attempt;
    }

    CardPayment with(Order changed) {
        return new CardPayment(changed, attempts, transactions, leaseUntil, checks, dueAt, calls);
    }

    CardPayment withAttempts(List<Attempt> changed) {
        return new CardPayment(order, changed, transactions, leaseUntil, checks, dueAt, calls);
    }

    CardPayment withTransactions(List<CardTransaction> changed) {
        return new CardPayment(order, attempts, changed, leaseUntil, checks, dueAt, calls);
    }

    CardPayment withLease(Instant until) {
        return new CardPayment(order, attempts, transactions, Optional.of(until), checks, dueAt, calls);
    }

    CardPayment due(Optional<Instant> at, int afterChecks) {
        return new CardPayment(order, attempts, transactions, leaseUntil, afterChecks, at, calls);
    }

    CardPayment with(Calls changed) {
        return new CardPayment(order, attempts, transactions, leaseUntil, checks, dueAt, changed);
    }
}
