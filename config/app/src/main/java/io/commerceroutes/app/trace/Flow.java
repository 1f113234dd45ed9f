package io.commerceroutes.app.trace;

import io.opentelemetry.api.trace.SpanContext;
import java.util.Optional;

/** What a thread works on: its place in a trace, the name its caller gave it, and the order that it is about. */
final class Flow {
    private final SpanContext place;
    private final String correlationId;
    private volatile String orderId;

    /** @param orderId null where it is about none, or not known yet */
    Flow(SpanContext place, String correlationId, String orderId) {
        this.place = place;
        this.correlationId = correlationId;
        this.orderId = orderId;
    }

    /** One that nobody called for. It can be followed in the log; spans of it are not kept. */
    static Flow uncalled() {
        SpanContext place = Traceparent.unsampled();
        return new Flow(place, place.getTraceId(), null);
    }

    /** The same flow, elsewhere in a trace. */
    Flow at(SpanContext elsewhere) {
        return new Flow(elsewhere, correlationId, orderId);
    }

    SpanContext place() {
        return place;
    }

    String correlationId() {
        return correlationId;
    }

    Optional<String> orderId() {
        return Optional.ofNullable(orderId);
    }

    void isAbout(String order) {
        orderId = order;
    }
}
