package io.commerceroutes.local.platform;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** One exported span; ids as they are written in a traceparent header. */
record ReceivedSpan(String service, Span span) {
    static List<ReceivedSpan> allOf(ResourceSpans resource) {
        String service = attribute(resource.getResource().getAttributesList(), "service.name");
        return resource.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> new ReceivedSpan(service, span))
                .toList();
    }

    String name() {
        return span.getName();
    }

    String traceId() {
        return hex(span.getTraceId());
    }

    String id() {
        return hex(span.getSpanId());
    }

    /** Empty for the first of a trace. */
    String parentId() {
        return hex(span.getParentSpanId());
    }

    List<String> linkedIds() {
        return span.getLinksList().stream().map(link -> hex(link.getSpanId())).toList();
    }

    Span.SpanKind kind() {
        return span.getKind();
    }

    long begunNanos() {
        return span.getStartTimeUnixNano();
    }

    long endedNanos() {
        return span.getEndTimeUnixNano();
    }

    /** Empty if it has none of that name. */
    String attribute(String name) {
        return attribute(span.getAttributesList(), name);
    }

    private static String attribute(List<KeyValue> attributes, String name) {
        return attributes.stream()
                .filter(attribute -> attribute.getKey().equals(name))
                .map(attribute -> attribute.getValue().getStringValue())
                .collect(Collectors.joining());
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
