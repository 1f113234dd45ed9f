package io.commerceroutes.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.PlacedOrders;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderEventTest {
    private static final Instant LATER = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void an_order_paid_at_once_is_created_then_approved_then_paid() {
        Order order = PlacedOrders.withNothingLeftToPay(PaymentMethod.POINT);

        assertThat(OrderEvent.ofPlacing(order))
                .containsExactly(
                        new OrderEvent(EventType.ORDER_CREATED, order, order.createdAt()),
                        new OrderEvent(EventType.PAYMENT_APPROVED, order, order.createdAt()),
                        new OrderEvent(EventType.ORDER_PAID, order, order.createdAt()));
    }

    @Test
    void an_order_that_waits_for_its_payment_is_only_created() {
        Order order = PlacedOrders.byCard(PaymentStatus.PENDING);

        assertThat(OrderEvent.ofPlacing(order))
                .containsExactly(new OrderEvent(EventType.ORDER_CREATED, order, order.createdAt()));
    }

    @Test
    void canceling_what_was_refunded_at_once_tells_of_both() {
        Cancellation cancellation =
                PlacedOrders.withNothingLeftToPay(PaymentMethod.POINT).cancel(CancelReason.CUSTOMER, LATER);

        assertThat(OrderEvent.ofCanceling(cancellation))
                .containsExactly(
                        new OrderEvent(EventType.ORDER_CANCELED, cancellation.order(), LATER),
                        new OrderEvent(EventType.PAYMENT_REFUNDED, cancellation.order(), LATER));
    }

    @Test
    void canceling_what_is_still_to_be_refunded_tells_of_the_order_only() {
        Cancellation cancellation = PlacedOrders.byCard(PaymentStatus.APPROVED).cancel(CancelReason.CUSTOMER, LATER);

        assertThat(OrderEvent.ofCanceling(cancellation))
                .isEqualTo(List.of(new OrderEvent(EventType.ORDER_CANCELED, cancellation.order(), LATER)));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void every_payment_event_and_no_other_is_of_the_payment(EventType type) {
        OrderEvent event = new OrderEvent(type, PlacedOrders.byCard(PaymentStatus.PENDING), LATER);

        assertThat(event.ofPayment()).isEqualTo(type.wireName().startsWith("Payment"));
    }
}
