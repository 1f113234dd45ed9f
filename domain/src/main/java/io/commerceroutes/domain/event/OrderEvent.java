package io.commerceroutes.domain.event;

import static io.commerceroutes.domain.event.EventType.ORDER_CANCELED;
import static io.commerceroutes.domain.event.EventType.ORDER_CREATED;
import static io.commerceroutes.domain.event.EventType.ORDER_PAID;
import static io.commerceroutes.domain.event.EventType.PAYMENT_APPROVED;
import static io.commerceroutes.domain.event.EventType.PAYMENT_REFUNDED;

import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Something that happened to an order or its payment, with the order as it was right after. */
public record OrderEvent(EventType type, Order order, Instant at) {

    /** What placing {@code order} tells, in order. */
    public static List<OrderEvent> ofPlacing(Order order) {
        List<OrderEvent> events = new ArrayList<>(3);
        events.add(new OrderEvent(ORDER_CREATED, order, order.createdAt()));
        if (order.status() == OrderStatus.PAID) {
            events.add(new OrderEvent(PAYMENT_APPROVED, order, order.createdAt()));
            events.add(new OrderEvent(ORDER_PAID, order, order.createdAt()));
        }
        return List.copyOf(events);
    }

    /** What canceling tells, in order. */
    public static List<OrderEvent> ofCanceling(Cancellation cancellation) {
        Order order = cancellation.order();
        OrderEvent canceled = new OrderEvent(ORDER_CANCELED, order, cancellation.at());
        return order.payment().status() == PaymentStatus.REFUNDED
                ? List.of(canceled, new OrderEvent(PAYMENT_REFUNDED, order, cancellation.at()))
                : List.of(canceled);
    }

    /** Whether this is told on the payments' topic, not the orders'. */
    public boolean ofPayment() {
        return switch (type) {
            case PAYMENT_REQUESTED, PAYMENT_APPROVED, PAYMENT_DECLINED, PAYMENT_EXPIRED, PAYMENT_REFUNDED -> true;
            default -> false;
        };
    }
}
