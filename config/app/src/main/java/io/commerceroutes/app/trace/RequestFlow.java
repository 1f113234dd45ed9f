package io.commerceroutes.app.trace;

import io.commerceroutes.domain.payment.CardNumber;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Begins a flow with each request: in the trace that its header names, or in a new one, and under the correlation id that
 * its caller chose, or the trace's, also where the chosen one could be a card's number. What it is called goes back with
 * the answer.
 */
class RequestFlow extends OncePerRequestFilter {
    static final String CORRELATION_HEADER = "X-Correlation-Id";

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /** UUIDs and ids of traces: by chance, one of fifty has 13 digits in a row. */
    private static final Pattern RANDOM_ID = Pattern.compile(
            "(?=.*[a-f])\\p{XDigit}{8}(-?)(?:\\p{XDigit}{4}\\1){3}\\p{XDigit}{12}", Pattern.CASE_INSENSITIVE);
    /** Probes and scrapes are nobody's request. */
    private static final String TRACED = "/api/";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private final Tracer tracer;
    private final CurrentFlow current;

    RequestFlow(Tracer tracer, CurrentFlow current) {
        this.tracer = tracer;
        this.current = current;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = begin(request);
        String correlationId =
                correlationId(request).orElseGet(() -> span.getSpanContext().getTraceId());
        response.setHeader(CORRELATION_HEADER, correlationId);
        Flow flow = new Flow(span.getSpanContext(), correlationId, null);
        current.enter(flow);
        try {
            chain.doFilter(request, response);
        } finally {
            end(span, flow, request, response);
            current.leave();
        }
    }

    private Span begin(HttpServletRequest request) {
        Optional<SpanContext> given = Traceparent.read(request.getHeader(Traceparent.HEADER));
        if (!request.getRequestURI().startsWith(TRACED)) {
            return Span.wrap(given.orElseGet(Traceparent::unsampled));
        }
        Span span = SpanStart.below(given.orElseGet(SpanContext::getInvalid))
                .begin(tracer.spanBuilder(method(request)).setSpanKind(SpanKind.SERVER));
        // Where nothing is traced, a request has its own place all the same.
        return span.getSpanContext().isValid() ? span : Span.wrap(Traceparent.unsampled());
    }

    private static void end(Span span, Flow flow, HttpServletRequest request, HttpServletResponse response) {
        if (span.isRecording()) {
            span.setAttribute(METHOD, method(request)).setAttribute(STATUS, (long) response.getStatus());
            flow.orderId().ifPresent(order -> span.setAttribute(RouteSpans.ORDER_ID, order));
            if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
                span.updateName(method(request) + " " + route).setAttribute(ROUTE, route);
            }
            if (response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end();
    }

    private static String method(HttpServletRequest request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER";
    }

    private static Optional<String> correlationId(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(CORRELATION_HEADER))
                .filter(id -> CORRELATION_ID.matcher(id).matches())
                .filter(id -> RANDOM_ID.matcher(id).matches() || !CardNumber.isIn(id));
    }
}
