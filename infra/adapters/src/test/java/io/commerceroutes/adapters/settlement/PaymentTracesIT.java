package io.commerceroutes.adapters.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.TestOrders;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PaymentTracesIT {
    private static final Instant NOW = Instant.parse("2026-11-22T03:04:05Z");

    private static TestOrders orders;
    private static PaymentTraces traces;

    @BeforeAll
    static void migrate() {
        CommerceSchema schema = CommerceSchema.migrated();
        orders = new TestOrders(schema);
        traces = new PaymentTraces(schema.jdbc());
    }

    @Test
    void a_card_payment_remembers_the_trace_that_it_was_ordered_in() {
        assertThat(traces.traceparentOf(orders.byCard(NOW).orderId())).contains(TestOrders.TRACEPARENT);
    }

    @Test
    void what_is_paid_at_once_needs_none() {
        assertThat(traces.traceparentOf(orders.byPoints(NOW).orderId())).isEmpty();
        assertThat(traces.traceparentOf("nobody's")).isEmpty();
    }
}
