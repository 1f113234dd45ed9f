package io.commerceroutes.adapters.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.domain.event.EventType;
import io.commerceroutes.domain.event.OrderEvent;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Amounts;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventRowsTest {
    private final List<Object> told = new ArrayList<>();

    @Test
    void the_application_is_told_of_the_events_that_are_written() {
        EventRows rows = new EventRows(
                new EventTopics("orders", "payments", "catalog"),
                new EventPayloads(new ObjectMapper().registerModule(new JavaTimeModule())),
                () -> "id-1",
                Optional::empty,
                told::add);
        List<OrderEvent> events = List.of(new OrderEvent(EventType.ORDER_CREATED, order(), Instant.EPOCH));

        rows.append(new StatementBatch(), events);

        assertThat(told).containsExactly(new OrderEventsWritten(events));
    }

    private static Order order() {
        Money nothing = Money.of(0);
        return new Order(
                "order-1",
                1,
                OrderStatus.PAID,
                Optional.empty(),
                List.of(),
                new Amounts(nothing, nothing, nothing, nothing),
                Optional.empty(),
                new Payment(PaymentMethod.POINT, PaymentStatus.APPROVED, null, null),
                Instant.EPOCH,
                Optional.empty());
    }
}
