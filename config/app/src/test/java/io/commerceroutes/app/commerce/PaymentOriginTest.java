package io.commerceroutes.app.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.settlement.PaymentTraces;
import io.commerceroutes.app.trace.SpanStart;
import io.commerceroutes.app.trace.Traceparent;
import io.commerceroutes.routes.payment.PaymentVariables;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class PaymentOriginTest {
    private static final String ORDERED_IN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final SpanContext CALL = Traceparent.read("00-0000000000000000000000000000000a-000000000000000b-01")
            .orElseThrow();
    private static final SpanContext SCHEDULE = Traceparent.read(
                    "00-0000000000000000000000000000000c-000000000000000d-00")
            .orElseThrow();

    private final PaymentOrigin origin = new PaymentOrigin(new PaymentTraces(null) {
        @Override
        public Optional<String> traceparentOf(String orderId) {
            return Optional.ofNullable(Map.of("traced", ORDERED_IN).get(orderId));
        }
    });

    @Test
    void what_a_call_brings_belongs_to_the_orders_trace_and_is_linked_to_the_call() {
        SpanStart start = startOf("traced", CALL);

        assertThat(start.parent()).isEqualTo(Traceparent.read(ORDERED_IN).orElseThrow());
        assertThat(start.links()).containsExactly(CALL);
    }

    @Test
    void what_a_schedule_brings_belongs_to_the_orders_trace() {
        SpanStart start = startOf("traced", SCHEDULE);

        assertThat(start.parent()).isEqualTo(Traceparent.read(ORDERED_IN).orElseThrow());
        assertThat(start.links()).isEmpty();
    }

    @Test
    void an_order_outside_any_trace_leaves_it_where_it_is() {
        SpanStart start = startOf("untraced", CALL);

        assertThat(start.parent()).isEqualTo(CALL);
        assertThat(start.links()).isEmpty();
    }

    private SpanStart startOf(String orderId, SpanContext caller) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable(PaymentVariables.ORDER_ID, orderId);
        return origin.of(exchange, caller);
    }
}
