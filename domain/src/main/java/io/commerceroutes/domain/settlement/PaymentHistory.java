package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.payment.PaymentStatus;
import java.util.List;
import java.util.Optional;

/** What customers and operators read of payments, of whatever method. */
public interface PaymentHistory {
    /** Every event of the order and its payment, oldest first; empty if there is no such order. */
    List<TimelineEntry> timeline(String orderId);

    /**
     * Payments, newest first.
     *
     * @param status all if empty; REFUND_FAILED also finds a payment of another status that has a refund which failed,
     *     so that whatever needs a person is in one list
     */
    ListedPayments payments(Optional<PaymentStatus> status, int offset, int limit);
}
