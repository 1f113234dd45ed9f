package io.commerceroutes.app.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.List;

/**
 * Where in the traces a span begins.
 *
 * @param parent not valid for one that begins a trace of its own
 */
public record SpanStart(SpanContext parent, List<SpanContext> links, Attributes attributes) {
    /** OpenTelemetry's own limit of links to a span. */
    public static final int LINKS_MAX = 128;

    public SpanStart {
        links = List.copyOf(links);
    }

    /** Part of {@code parent}. */
    public static SpanStart below(SpanContext parent) {
        return new SpanStart(parent, List.of(), Attributes.empty());
    }

    boolean isSampled() {
        return parent.isSampled() || links.stream().anyMatch(SpanContext::isSampled);
    }

    Span begin(SpanBuilder span) {
        if (parent.isValid()) {
            span.setParent(Context.root().with(Span.wrap(parent)));
        } else {
            span.setNoParent();
        }
        links.forEach(span::addLink);
        return span.setAllAttributes(attributes).startSpan();
    }
}
