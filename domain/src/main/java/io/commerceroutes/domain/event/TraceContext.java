package io.commerceroutes.domain.event;

import java.util.Optional;

/** The trace that this thread works for. */
public interface TraceContext {
    /** In the form of <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>. */
    Optional<String> traceparent();
}
