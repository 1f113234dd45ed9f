package io.commerceroutes.app.trace;

import io.commerceroutes.domain.event.TraceContext;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;

/** The flow that a thread works on, and what its log lines are marked with. */
class CurrentFlow implements TraceContext {
    static final String TRACE_ID = "trace.id";
    static final String SPAN_ID = "span.id";
    static final String CORRELATION_ID = "correlation.id";
    static final String ORDER_ID = "order.id";

    private static final List<String> MARKS = List.of(TRACE_ID, SPAN_ID, CORRELATION_ID, ORDER_ID);

    private final ThreadLocal<Flow> current = new ThreadLocal<>();

    @Override
    public Optional<String> traceparent() {
        return get().map(flow -> Traceparent.of(flow.place()));
    }

    Optional<Flow> get() {
        return Optional.ofNullable(current.get());
    }

    void enter(Flow flow) {
        current.set(flow);
        MDC.put(TRACE_ID, flow.place().getTraceId());
        MDC.put(SPAN_ID, flow.place().getSpanId());
        MDC.put(CORRELATION_ID, flow.correlationId());
        flow.orderId().ifPresentOrElse(order -> MDC.put(ORDER_ID, order), () -> MDC.remove(ORDER_ID));
    }

    void leave() {
        current.remove();
        MARKS.forEach(MDC::remove);
    }
}
