package io.commerceroutes.app.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;

/** A span for each event that is sent to Kafka, in the trace that its header names; the event then names that span. */
record SendSpans(Tracer tracer) {
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");

    /** @param callback null if nobody wants to know */
    <K, V> Future<RecordMetadata> send(
            ProducerRecord<K, V> event,
            Callback callback,
            BiFunction<ProducerRecord<K, V>, Callback, Future<RecordMetadata>> producer) {
        Optional<SpanContext> parent = header(event, Traceparent.HEADER).flatMap(Traceparent::read);
        if (parent.filter(SpanContext::isSampled).isEmpty()) {
            return producer.apply(event, callback);
        }
        Span span = SpanStart.below(parent.get())
                .begin(tracer.spanBuilder("send " + event.topic())
                        .setSpanKind(SpanKind.PRODUCER)
                        .setAttribute(SYSTEM, "kafka")
                        .setAttribute(TOPIC, event.topic()));
        header(event, "ce_id").ifPresent(id -> span.setAttribute(MESSAGE_ID, id));
        event.headers()
                .remove(Traceparent.HEADER)
                .add(Traceparent.HEADER, Traceparent.of(span.getSpanContext()).getBytes(StandardCharsets.UTF_8));
        try {
            return producer.apply(event, ending(span, callback));
        } catch (RuntimeException unsent) {
            end(span, unsent);
            throw unsent;
        }
    }

    private static Callback ending(Span span, Callback callback) {
        return (metadata, failure) -> {
            end(span, failure);
            if (callback != null) {
                callback.onCompletion(metadata, failure);
            }
        };
    }

    private static void end(Span span, Exception failure) {
        if (failure != null) {
            RouteSpans.fail(span, failure);
        }
        span.end();
    }

    private static Optional<String> header(ProducerRecord<?, ?> event, String name) {
        Header header = event.headers().lastHeader(name);
        return Optional.ofNullable(header).map(found -> new String(found.value(), StandardCharsets.UTF_8));
    }
}
