package io.commerceroutes.app.collector;

import static io.commerceroutes.routes.metrics.CollectMetricsRoute.COLLECT_METRICS;

import io.commerceroutes.app.trace.SpanOrigin;
import io.commerceroutes.app.trace.SpanStart;
import io.commerceroutes.app.trace.Traceparent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/** A batch of events belongs to no trace of theirs alone: it has its own, linked to each of those that are kept. */
class BatchOrigin implements SpanOrigin {
    static final AttributeKey<Long> SIZE = AttributeKey.longKey("messaging.batch.message_count");

    @Override
    public String routeId() {
        return COLLECT_METRICS;
    }

    @Override
    public SpanStart of(Exchange exchange, SpanContext caller) {
        List<?> records = exchange.getMessage().getBody(List.class);
        List<SpanContext> sent = records.stream()
                .map(record -> traceOf((Exchange) record))
                .flatMap(Optional::stream)
                .filter(SpanContext::isSampled)
                .distinct()
                .limit(SpanStart.LINKS_MAX)
                .toList();
        SpanContext parent = sent.isEmpty() ? caller : SpanContext.getInvalid();
        return new SpanStart(parent, sent, Attributes.of(SIZE, (long) records.size()));
    }

    private static Optional<SpanContext> traceOf(Exchange record) {
        byte[] header = record.getMessage().getHeader(Traceparent.HEADER, byte[].class);
        return Optional.ofNullable(header)
                .flatMap(value -> Traceparent.read(new String(value, StandardCharsets.UTF_8)));
    }
}
