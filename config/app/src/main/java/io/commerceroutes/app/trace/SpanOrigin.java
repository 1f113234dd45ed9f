package io.commerceroutes.app.trace;

import io.opentelemetry.api.trace.SpanContext;
import org.apache.camel.Exchange;

/** Knows where in the traces a route belongs that is not simply a part of what called it. */
public interface SpanOrigin {
    String routeId();

    /** @param caller the place of what called, in a trace of its own where nothing did */
    SpanStart of(Exchange exchange, SpanContext caller);
}
