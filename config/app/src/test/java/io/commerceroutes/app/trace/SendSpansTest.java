package io.commerceroutes.app.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class SendSpansTest {
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-%s-01".formatted(PARENT);

    private final KeptSpans spans = new KeptSpans();
    private final SendSpans sending = new SendSpans(spans.tracer());
    private final MockProducer<String, String> kafka =
            new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());
    private final List<Exception> told = new ArrayList<>();

    @Test
    void a_sent_event_has_a_span_below_its_parent_and_names_it() {
        ProducerRecord<String, String> event = event(SAMPLED);

        sending.send(event, (metadata, failure) -> told.add(failure), kafka::send);
        assertThat(spans.all()).isEmpty();
        kafka.completeNext();

        SpanData span = spans.named("send commerce.orders.v1");
        assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(span.getParentSpanId()).isEqualTo(PARENT);
        assertThat(traceparents(event)).containsExactly("00-%s-%s-01".formatted(span.getTraceId(), span.getSpanId()));
        assertThat(span.getAttributes().asMap().values()).contains("kafka", "commerce.orders.v1", "event-1");
        assertThat(told).containsOnlyNulls().hasSize(1);
    }

    @Test
    void a_send_that_fails_is_told_by_its_kind() {
        sending.send(event(SAMPLED), null, kafka::send);
        kafka.errorNext(new TimeoutException("of a broker with a name"));

        SpanData span = spans.named("send commerce.orders.v1");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getAttributes().get(RouteSpans.ERROR_TYPE)).isEqualTo(TimeoutException.class.getName());
        assertThat(span.toString()).doesNotContain("of a broker");
    }

    @Test
    void a_send_that_cannot_begin_ends_its_span_too() {
        kafka.close();

        assertThatThrownBy(() -> sending.send(event(SAMPLED), null, kafka::send))
                .isInstanceOf(IllegalStateException.class);

        spans.named("send commerce.orders.v1");
    }

    @Test
    void an_event_of_no_kept_trace_is_sent_as_it_is() {
        String unsampled = SAMPLED.replace("-01", "-00");
        ProducerRecord<String, String> event = event(unsampled);
        sending.send(event, null, kafka::send);
        sending.send(new ProducerRecord<String, String>("commerce.orders.v1", "{}"), null, kafka::send);
        kafka.completeNext();
        kafka.completeNext();

        assertThat(spans.all()).isEmpty();
        assertThat(traceparents(event)).containsExactly(unsampled);
        assertThat(kafka.history()).hasSize(2);
    }

    private static ProducerRecord<String, String> event(String traceparent) {
        ProducerRecord<String, String> event = new ProducerRecord<>("commerce.orders.v1", "order-1", "{}");
        event.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        event.headers().add("ce_id", "event-1".getBytes(StandardCharsets.UTF_8));
        return event;
    }

    private static List<String> traceparents(ProducerRecord<String, String> event) {
        List<String> values = new ArrayList<>();
        event.headers()
                .headers("traceparent")
                .forEach(header -> values.add(new String(header.value(), StandardCharsets.UTF_8)));
        return values;
    }
}
