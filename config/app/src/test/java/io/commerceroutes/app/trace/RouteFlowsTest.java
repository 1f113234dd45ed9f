package io.commerceroutes.app.trace;

import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.slf4j.MDC;

/** Routes of a Camel of its own: calls, queues, threads and failures, and what is kept of them. */
@TestInstance(Lifecycle.PER_CLASS)
class RouteFlowsTest {
    private final KeptSpans spans = new KeptSpans();
    private final CurrentFlow current = new CurrentFlow();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<String, Map<String, String>> marks = new ConcurrentHashMap<>();
    private final BlockingQueue<Optional<Flow>> left = new LinkedBlockingQueue<>();
    private ProducerTemplate producer;

    @BeforeAll
    void start() throws Exception {
        RouteSpans routeSpans = new RouteSpans(spans.tracer(), List.of());
        camel.addRoutePolicyFactory(new RouteFlows(current, routeSpans, Set.of("apart")));
        camel.getCamelContextExtension().addInterceptStrategy(new ThreadChanges(current));
        camel.addComponent("later", new LaterComponent(left, current));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // spotless:off
                from("direct:outer").routeId("outer").to("direct:inner").process(marking("after-inner"));
                from("direct:inner").routeId("inner").setVariable(ORDER_ID, constant("order-1")).to("direct:innermost");
                from("direct:innermost").routeId("innermost").process(marking("innermost"));
                from("direct:queueing").routeId("queueing").to("direct:inner").to("seda:queued").to("seda:apart");
                from("seda:queued").routeId("queued").process(marking("queued"));
                from("seda:apart").routeId("apart").process(marking("apart")).to("direct:apart-inner");
                from("direct:apart-inner").routeId("apart-inner").process(marking("apart-inner"));
                from("direct:failing").routeId("failing").errorHandler(noErrorHandler())
                        .throwException(new IllegalStateException("4929-8765-4321-0987"));
                from("direct:many").routeId("many").split(body()).parallelProcessing().to("direct:one").end();
                from("direct:one").routeId("one").setVariable(ORDER_ID, body()).to("direct:innermost");
                from("direct:changing").routeId("changing").to("later:x").process(marking("later"));
                // spotless:on
            }
        });
        camel.start();
        producer = camel.createProducerTemplate();
    }

    @AfterAll
    void stop() {
        camel.stop();
    }

    @BeforeEach
    void forget() {
        current.leave();
        spans.forget();
        marks.clear();
    }

    @Test
    void a_route_that_another_calls_is_below_it() {
        Flow request = request();

        producer.sendBody("direct:outer", "");

        SpanData outer = spans.named("outer");
        assertThat(outer.getParentSpanId()).isEqualTo(request.place().getSpanId());
        assertThat(spans.named("inner").getParentSpanId()).isEqualTo(outer.getSpanId());
        assertThat(spans.named("innermost").getParentSpanId())
                .isEqualTo(spans.named("inner").getSpanId());
        assertThat(spans.all()).extracting(SpanData::getTraceId).containsOnly(outer.getTraceId());
    }

    @Test
    void log_lines_name_the_place_the_caller_and_the_order_once_it_is_known() {
        request();

        producer.sendBody("direct:outer", "");

        assertThat(marks.get("innermost"))
                .containsEntry(CurrentFlow.SPAN_ID, spans.named("innermost").getSpanId())
                .containsEntry(CurrentFlow.TRACE_ID, spans.named("outer").getTraceId())
                .containsEntry(CurrentFlow.CORRELATION_ID, "caller-1")
                .containsEntry(CurrentFlow.ORDER_ID, "order-1");
        assertThat(marks.get("after-inner"))
                .containsEntry(CurrentFlow.SPAN_ID, spans.named("outer").getSpanId())
                .containsEntry(CurrentFlow.ORDER_ID, "order-1");
        assertThat(spans.named("outer").getAttributes().get(RouteSpans.ORDER_ID))
                .isEqualTo("order-1");
    }

    @Test
    void when_a_route_is_done_its_thread_is_back_where_it_was() {
        Flow request = request();
        producer.sendBody("direct:outer", "");
        assertThat(current.get()).contains(request);

        current.leave();
        producer.sendBody("direct:outer", "");
        assertThat(current.get()).isEmpty();
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void what_is_queued_goes_on_in_the_flow_that_queued_it() {
        request();
        producer.sendBody("direct:queueing", "");

        awaitWhatWasQueued();
        assertThat(spans.named("queued").getParentSpanId())
                .isEqualTo(spans.named("queueing").getSpanId());
        assertThat(marks.get("queued"))
                .containsEntry(CurrentFlow.ORDER_ID, "order-1")
                .containsEntry(CurrentFlow.CORRELATION_ID, "caller-1");
    }

    @Test
    void a_route_that_works_for_many_is_not_part_of_what_woke_it() {
        Flow request = request();
        producer.sendBody("direct:queueing", "");

        awaitWhatWasQueued();
        assertThat(spans.all()).extracting(SpanData::getName).doesNotContain("apart", "apart-inner");
        assertThat(marks.get("apart").get(CurrentFlow.TRACE_ID))
                .isNotEqualTo(request.place().getTraceId())
                .isEqualTo(marks.get("apart-inner").get(CurrentFlow.TRACE_ID));
    }

    @Test
    void a_route_that_nobody_called_is_marked_in_the_log_and_makes_no_span() {
        producer.sendBody("direct:outer", "");

        assertThat(spans.all()).isEmpty();
        assertThat(marks.get("innermost")).containsKeys(CurrentFlow.TRACE_ID, CurrentFlow.CORRELATION_ID);
    }

    @Test
    void a_failure_is_told_by_its_kind_alone() {
        request();

        producer.send("direct:failing", exchange -> {});

        SpanData failing = spans.named("failing");
        assertThat(failing.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(failing.getAttributes().get(RouteSpans.ERROR_TYPE)).isEqualTo(IllegalStateException.class.getName());
        assertThat(failing.toString()).doesNotContain("4929");
    }

    @Test
    void parts_of_a_work_on_other_threads_have_an_order_each_and_leave_nothing_there() {
        request();

        producer.sendBody("direct:many", List.of("order-a", "order-b"));

        SpanData many = spans.named("many");
        List<SpanData> ones = spans.all().stream()
                .filter(span -> span.getName().equals("one"))
                .toList();
        assertThat(ones).extracting(SpanData::getParentSpanId).containsOnly(many.getSpanId());
        assertThat(ones)
                .extracting(span -> span.getAttributes().get(RouteSpans.ORDER_ID))
                .containsExactlyInAnyOrder("order-a", "order-b");
    }

    @Test
    void the_thread_that_took_what_was_queued_takes_nothing_of_it_along_to_the_next() {
        Flow request = request();
        producer.sendBody("direct:queueing", "");
        awaitWhatWasQueued();
        forget();

        producer.sendBody("seda:queued", "");

        await().atMost(Duration.ofSeconds(30)).until(() -> marks.containsKey("queued"));
        assertThat(marks.get("queued").get(CurrentFlow.TRACE_ID))
                .isNotEqualTo(request.place().getTraceId());
    }

    @Test
    void the_thread_that_goes_on_after_a_send_works_in_the_same_flow_and_both_are_left() throws Exception {
        request();
        producer.sendBody("direct:changing", "");

        assertThat(marks.get("later"))
                .containsEntry(CurrentFlow.CORRELATION_ID, "caller-1")
                .containsEntry(CurrentFlow.SPAN_ID, spans.named("changing").getSpanId());
        assertThat(current.get()).isEmpty();
        assertThat(left.poll(30, TimeUnit.SECONDS)).isEmpty();
    }

    /** The thread works on a sampled request. */
    private Flow request() {
        SpanContext place = Traceparent.read("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .orElseThrow();
        Flow request = new Flow(place, "caller-1", null);
        current.enter(request);
        return request;
    }

    private void awaitWhatWasQueued() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> marks.keySet().containsAll(List.of("queued", "apart", "apart-inner"))
                        && camel.getInflightRepository().size() == 0);
    }

    private Processor marking(String step) {
        return exchange -> marks.put(step, MDC.getCopyOfContextMap());
    }
}
