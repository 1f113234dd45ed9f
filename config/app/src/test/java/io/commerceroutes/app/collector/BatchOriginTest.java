package io.commerceroutes.app.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.app.trace.SpanStart;
import io.commerceroutes.app.trace.Traceparent;
import io.opentelemetry.api.trace.SpanContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class BatchOriginTest {
    private static final SpanContext CALLER =
            Traceparent.read(traceparent(0xffff, false)).orElseThrow();

    private final CamelContext camel = new DefaultCamelContext();

    @Test
    void a_batch_is_linked_to_each_kept_trace_once_and_a_part_of_none() {
        SpanStart start =
                startOf(Stream.of(traceparent(1, true), traceparent(2, false), traceparent(1, true), null, "rubbish"));

        assertThat(start.parent().isValid()).isFalse();
        assertThat(start.links())
                .containsExactly(Traceparent.read(traceparent(1, true)).orElseThrow());
        assertThat(start.attributes().get(BatchOrigin.SIZE)).isEqualTo(5);
    }

    @Test
    void a_batch_of_nothing_that_is_kept_stays_where_it_is() {
        SpanStart start = startOf(Stream.of(traceparent(2, false)));

        assertThat(start.parent()).isEqualTo(CALLER);
        assertThat(start.links()).isEmpty();
    }

    @Test
    void the_links_are_bounded() {
        SpanStart start = startOf(IntStream.rangeClosed(1, 500).mapToObj(i -> traceparent(i, true)));

        assertThat(start.links()).hasSize(128);
    }

    private SpanStart startOf(Stream<String> traceparents) {
        List<Exchange> records = traceparents.map(this::record).toList();
        Exchange batch = new DefaultExchange(camel);
        batch.getMessage().setBody(records);
        return new BatchOrigin().of(batch, CALLER);
    }

    private Exchange record(String traceparent) {
        Exchange record = new DefaultExchange(camel);
        if (traceparent != null) {
            record.getMessage().setHeader("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    private static String traceparent(int trace, boolean sampled) {
        return "00-%032x-%016x-%s".formatted(trace, trace, sampled ? "01" : "00");
    }
}
