package io.commerceroutes.app.trace;

import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Queues, sends that are answered later, and parts that are worked on side by side. */
@TestInstance(Lifecycle.PER_CLASS)
class ThreadChangesTest {
    private final BlockingQueue<Optional<Flow>> left = new LinkedBlockingQueue<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final TracedRoutes routes = new TracedRoutes(Set.of("apart"));

    @BeforeAll
    void start() throws Exception {
        routes.camel().addComponent("later", new LaterComponent(left, routes.current()));
        routes.start(new RouteBuilder() {
            @Override
            public void configure() {
                // spotless:off
                from("direct:queueing").routeId("queueing").setVariable(ORDER_ID, constant("order-1"))
                        .to("seda:queued").to("seda:apart");
                from("seda:queued").routeId("queued").process(routes.marking("queued"));
                from("seda:apart").routeId("apart").process(routes.marking("apart")).to("direct:apart-inner");
                from("direct:apart-inner").routeId("apart-inner").process(routes.marking("apart-inner"));
                from("direct:changing").routeId("changing").to("later:x").process(routes.marking("later"));
                from("direct:many").routeId("many")
                        .split(body()).parallelProcessing().executorService(worker).to("direct:one").end()
                        .process(routes.marking("after-many"));
                from("direct:calling").routeId("calling").to("direct:many").process(routes.marking("after-call"));
                from("direct:one").routeId("one").setVariable(ORDER_ID, body()).process(routes.marking("one"));
                // spotless:on
            }
        });
    }

    @AfterAll
    void stop() {
        routes.close();
        worker.shutdown();
    }

    @BeforeEach
    void forget() {
        routes.forget();
    }

    @Test
    void what_is_queued_goes_on_in_the_flow_that_queued_it() {
        routes.request();
        routes.send("direct:queueing", "");

        routes.awaitDone("queued", "apart", "apart-inner");
        assertThat(routes.spans().named("queued").getParentSpanId())
                .isEqualTo(routes.spans().named("queueing").getSpanId());
        assertThat(routes.marksAt("queued"))
                .containsEntry(CurrentFlow.ORDER_ID, "order-1")
                .containsEntry(CurrentFlow.CORRELATION_ID, "caller-1");
    }

    @Test
    void a_route_that_works_for_many_is_not_part_of_what_woke_it() {
        Flow request = routes.request();
        routes.send("direct:queueing", "");

        routes.awaitDone("queued", "apart", "apart-inner");
        assertThat(routes.spans().all()).extracting(SpanData::getName).doesNotContain("apart", "apart-inner");
        assertThat(routes.marksAt("apart").get(CurrentFlow.TRACE_ID))
                .isNotEqualTo(request.place().getTraceId())
                .isEqualTo(routes.marksAt("apart-inner").get(CurrentFlow.TRACE_ID));
    }

    @Test
    void the_thread_that_took_what_was_queued_takes_nothing_of_it_along_to_the_next() {
        Flow request = routes.request();
        routes.send("direct:queueing", "");
        routes.awaitDone("queued", "apart", "apart-inner");
        routes.forget();

        routes.send("seda:queued", "");

        routes.awaitDone("queued");
        assertThat(routes.marksAt("queued").get(CurrentFlow.TRACE_ID))
                .isNotEqualTo(request.place().getTraceId());
    }

    @Test
    void the_thread_that_goes_on_after_a_send_works_in_the_same_flow_and_both_are_left() throws Exception {
        routes.request();
        routes.send("direct:changing", "");

        assertThat(routes.marksAt("later"))
                .containsEntry(CurrentFlow.CORRELATION_ID, "caller-1")
                .containsEntry(
                        CurrentFlow.SPAN_ID, routes.spans().named("changing").getSpanId());
        assertThat(routes.current().get()).isEmpty();
        assertThat(left.poll(30, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void parts_of_a_work_on_other_threads_have_an_order_each_and_the_whole_has_none() {
        routes.request();

        routes.send("direct:many", List.of("order-a", "order-b"));

        SpanData many = routes.spans().named("many");
        List<SpanData> ones = routes.spans().all().stream()
                .filter(span -> span.getName().equals("one"))
                .toList();
        assertThat(many.getAttributes().get(RouteSpans.ORDER_ID)).isNull();
        assertThat(ones).extracting(SpanData::getParentSpanId).containsOnly(many.getSpanId());
        assertThat(ones)
                .extracting(span -> span.getAttributes().get(RouteSpans.ORDER_ID))
                .containsExactlyInAnyOrder("order-a", "order-b");
    }

    @Test
    void what_follows_the_parts_is_in_the_flow_again_and_its_threads_are_left() throws Exception {
        routes.request();

        routes.send("direct:many", List.of("order-a", "order-b"));

        assertThat(routes.marksAt("after-many"))
                .containsEntry(CurrentFlow.CORRELATION_ID, "caller-1")
                .containsEntry(CurrentFlow.SPAN_ID, routes.spans().named("many").getSpanId());
        assertThat(routes.current().get()).isEmpty();
        assertThat(worker.submit(routes.current()::get).get(30, TimeUnit.SECONDS))
                .isEmpty();
    }

    @Test
    void a_caller_is_in_its_own_flow_again_after_a_route_that_changed_threads() {
        routes.request();

        routes.send("direct:calling", List.of("order-a"));

        assertThat(routes.marksAt("after-call"))
                .containsEntry(
                        CurrentFlow.SPAN_ID, routes.spans().named("calling").getSpanId());
    }

    @Test
    void two_runs_in_parts_that_nobody_called_have_a_trace_each() {
        routes.send("direct:many", List.of("order-a"));
        String first = routes.marksAt("one").get(CurrentFlow.TRACE_ID);

        routes.send("direct:many", List.of("order-b"));

        assertThat(routes.marksAt("one").get(CurrentFlow.TRACE_ID)).isNotEqualTo(first);
    }
}
