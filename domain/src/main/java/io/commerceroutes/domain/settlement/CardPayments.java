package io.commerceroutes.domain.settlement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Card payments with their attempts, transactions and history. */
public interface CardPayments {
    /** As it stands, without a lock; empty if there is no card payment of that order. */
    Optional<CardPayment> find(String orderId);

    /** Locks the order and its payment until the caller's transaction ends. */
    Optional<CardPayment> lock(String orderId);

    /**
     * Writes what {@code settled} changed: payment, order, attempts, transactions, history and events; erases the card when it is not needed any more. Part of the caller's transaction, under {@link #lock}.
     */
    void write(Settled settled);

    /** Those of the transactions that are known as another order's. */
    Set<String> knownElsewhere(String orderId, Set<String> transactionKeys);

    /** The contradictions in the payment's history, {@link Settled#CONTRADICTIONS_MAX} at most. */
    List<PaymentNote> contradictions(String orderId);

    /** Orders whose payments are due at {@code now}, those that wait longest first. */
    List<String> due(Instant now, int limit);

    /** Has a payment that is due at {@code now} wait {@code until} then; any other is left as it is. Part of the caller's transaction. */
    void putOff(String orderId, Instant now, Instant until);

    /** Whether the attempt is still the open one and its lease goes on, as read just now; asked right before it is sent. */
    boolean isStillOpen(String orderId, int attemptNo);

    /**
     * The gateway called: counts it, notes it in the history, up to a bound per order, and makes the payment due at once,
     * also if it is closed, since an approval may come late. Part of the caller's transaction.
     *
     * @return false if there is no such card payment
     */
    boolean callbackReceived(String orderId, String transactionKey, String status, Instant at);

    /**
     * Claims refunds that are due, those that wait longest first; the claims end by themselves after {@code lease}. Part
     * of the caller's transaction, which is to be committed before the gateway is asked.
     */
    List<RefundTask> claimRefunds(Instant now, Duration lease, int limit);

    /** Whether the claim is still this task's; asked right before the gateway is. */
    boolean isStillClaimed(RefundTask task);

    /**
     * Lets the refund be tried again at {@code at}, having been tried as often as the task tells, if the claim is still
     * this task's. Part of the caller's transaction.
     */
    void postponeRefund(RefundTask task, Instant at);
}
