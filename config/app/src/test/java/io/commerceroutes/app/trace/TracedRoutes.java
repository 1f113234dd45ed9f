package io.commerceroutes.app.trace;

import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.MDC;

/** Some routes of a Camel of their own, and what is kept of their flows. */
final class TracedRoutes implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final KeptSpans spans = new KeptSpans();
    private final CurrentFlow current = new CurrentFlow();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<String, Map<String, String>> marks = new ConcurrentHashMap<>();
    private final ProducerTemplate producer;

    /** @param apart the routes that work for many */
    TracedRoutes(Set<String> apart) {
        camel.addRoutePolicyFactory(new RouteFlows(current, new RouteSpans(spans.tracer(), List.of()), apart));
        camel.getCamelContextExtension().addInterceptStrategy(new ThreadChanges(current));
        producer = camel.createProducerTemplate();
    }

    DefaultCamelContext camel() {
        return camel;
    }

    KeptSpans spans() {
        return spans;
    }

    CurrentFlow current() {
        return current;
    }

    void start(RoutesBuilder routes) throws Exception {
        camel.addRoutes(routes);
        camel.start();
        producer.start();
    }

    void send(String uri, Object body) {
        producer.sendBody(uri, body);
    }

    /** This thread works on a sampled request. */
    Flow request() {
        SpanContext place = Traceparent.read("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .orElseThrow();
        Flow request = new Flow(place, "caller-1", null);
        current.enter(request);
        return request;
    }

    /** A step that keeps what log lines are marked with there. */
    Processor marking(String step) {
        return exchange -> marks.put(step, MDC.getCopyOfContextMap());
    }

    Map<String, String> marksAt(String step) {
        return marks.get(step);
    }

    /** Waits until these steps are done and nothing is under way. */
    void awaitDone(String... steps) {
        await().atMost(LIMIT)
                .until(() -> marks.keySet().containsAll(List.of(steps))
                        && camel.getInflightRepository().size() == 0);
    }

    void forget() {
        current.leave();
        spans.forget();
        marks.clear();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
