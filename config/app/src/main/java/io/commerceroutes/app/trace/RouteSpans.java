package io.commerceroutes.app.trace;

import static io.commerceroutes.routes.metrics.CollectMetricsRoute.COLLECT_METRICS;
import static io.commerceroutes.routes.payment.LookUpPaymentRoute.LOOK_UP_TRANSACTION;
import static io.commerceroutes.routes.payment.LookUpPaymentRoute.LOOK_UP_TRANSACTIONS;
import static io.commerceroutes.routes.payment.RefundPaymentRoute.SEND_REFUND;
import static io.commerceroutes.routes.payment.RequestPaymentRoute.SEND_ATTEMPT;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/**
 * One span for each run of a route that belongs to a sampled trace, none for any other. It tells the route, its order and
 * the kind of a failure, and no text that came from outside.
 */
final class RouteSpans {
    static final AttributeKey<String> ORDER_ID = AttributeKey.stringKey("order.id");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private static final Map<String, SpanKind> KINDS = Map.of(
            COLLECT_METRICS, SpanKind.CONSUMER,
            SEND_ATTEMPT, SpanKind.CLIENT,
            LOOK_UP_TRANSACTIONS, SpanKind.CLIENT,
            LOOK_UP_TRANSACTION, SpanKind.CLIENT,
            SEND_REFUND, SpanKind.CLIENT);

    private final Tracer tracer;
    private final Map<String, SpanOrigin> origins;

    RouteSpans(Tracer tracer, Collection<SpanOrigin> origins) {
        this.tracer = tracer;
        this.origins = origins.stream().collect(Collectors.toMap(SpanOrigin::routeId, Function.identity()));
    }

    /** A span that is kept, or one that only says where in the trace the route is. */
    Span begin(String routeId, Exchange exchange, SpanContext caller) {
        SpanOrigin origin = origins.get(routeId);
        SpanStart start = origin == null ? SpanStart.below(caller) : origin.of(exchange, caller);
        return start.isSampled()
                ? start.begin(tracer.spanBuilder(routeId).setSpanKind(KINDS.getOrDefault(routeId, SpanKind.INTERNAL)))
                : Span.wrap(start.parent());
    }

    static void end(Span span, Flow flow, Exchange exchange) {
        if (span.isRecording()) {
            flow.orderId().ifPresent(order -> span.setAttribute(ORDER_ID, order));
            if (exchange.getException() != null) {
                fail(span, exchange.getException());
            }
        }
        span.end();
    }

    static void fail(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR)
                .setAttribute(ERROR_TYPE, failure.getClass().getName());
    }
}
