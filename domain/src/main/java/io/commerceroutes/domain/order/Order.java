package io.commerceroutes.domain.order;

import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order with its payment; both change together. */
public record Order(
        String orderId,
        long userId,
        OrderStatus status,
        Optional<CancelReason> cancelReason,
        List<OrderItem> items,
        Amounts amounts,
        Optional<Long> issuedCouponId,
        Payment payment,
        Instant createdAt,
        Optional<Instant> paidAt) {

    /**
     * Cancels the order at {@code at}: what it holds is to be given back. What no card was charged for is refunded in
     * the same step; a card that was charged is left REFUNDING, and a card payment that is still open stays open until
     * it is known.
     *
     * @throws IllegalStateException if it is canceled already
     */
    public Cancellation cancel(CancelReason reason, Instant at) {
        if (status == OrderStatus.CANCELED) {
            throw new IllegalStateException("Order %s is canceled already".formatted(orderId));
        }
        Order canceled = new Order(
                orderId,
                userId,
                OrderStatus.CANCELED,
                Optional.of(reason),
                items,
                amounts,
                issuedCouponId,
                paymentAfterCancel(),
                createdAt,
                paidAt);
        return new Cancellation(canceled, at);
    }

    /**
     * The order once its payment has come to {@code next}; that it is paid, or was and falls, is said by {@link #pay} and
     * {@link #cancel} alone.
     *
     * @throws IllegalStateException if the transition does not exist
     */
    public Order become(PaymentStatus next) {
        if (status == OrderStatus.PAID || next == PaymentStatus.APPROVED) {
            throw new IllegalStateException(
                    "Order %s is %s and does not become %s by itself".formatted(orderId, status, next));
        }
        return with(status, payment.become(next), paidAt);
    }

    /**
     * The order once its card was charged for exactly what was left to pay.
     *
     * @throws IllegalStateException if it is not waiting for its payment
     */
    public Order pay(Instant at) {
        if (status != OrderStatus.PENDING_PAYMENT) {
            throw new IllegalStateException("Order %s is %s and cannot be paid".formatted(orderId, status));
        }
        return with(OrderStatus.PAID, payment.become(PaymentStatus.APPROVED), Optional.of(at));
    }

    /** Whether a card was charged for it, canceled or not; no other order earns points. */
    public boolean wasPaidByCard() {
        return paidAt.isPresent() && !amounts.payable().isZero();
    }

    /** Whether it is not known yet what becomes of its card payment. */
    public boolean waitsForItsCard() {
        return payment.method() == PaymentMethod.CARD && payment.status().isOpen();
    }

    private Order with(OrderStatus newStatus, Payment newPayment, Optional<Instant> newPaidAt) {
        return new Order(
                orderId,
                userId,
                newStatus,
                cancelReason,
                items,
                amounts,
                issuedCouponId,
                newPayment,
                createdAt,
                newPaidAt);
    }

    private Payment paymentAfterCancel() {
        if (payment.status() != PaymentStatus.APPROVED) {
            return payment;
        }
        Payment refunding = payment.become(PaymentStatus.REFUNDING);
        return amounts.payable().isZero() ? refunding.become(PaymentStatus.REFUNDED) : refunding;
    }
}
