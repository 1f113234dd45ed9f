package io.commerceroutes.app.trace;

import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Set;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.slf4j.MDC;

/** Calls and failures, on one thread. */
@TestInstance(Lifecycle.PER_CLASS)
class RouteFlowsTest {
    private final TracedRoutes routes = new TracedRoutes(Set.of());

    @BeforeAll
    void start() throws Exception {
        routes.start(new RouteBuilder() {
            @Override
            public void configure() {
                // spotless:off
                from("direct:outer").routeId("outer").to("direct:inner").process(routes.marking("after-inner"));
                from("direct:inner").routeId("inner").setVariable(ORDER_ID, constant("order-1")).to("direct:innermost");
                from("direct:innermost").routeId("innermost").process(routes.marking("innermost"));
                from("direct:failing").routeId("failing").errorHandler(noErrorHandler())
                        .throwException(new IllegalStateException("4929-8765-4321-0987"));
                // spotless:on
            }
        });
    }

    @AfterAll
    void stop() {
        routes.close();
    }

    @BeforeEach
    void forget() {
        routes.forget();
    }

    @Test
    void a_route_that_another_calls_is_below_it() {
        Flow request = routes.request();

        routes.send("direct:outer", "");

        SpanData outer = routes.spans().named("outer");
        assertThat(outer.getParentSpanId()).isEqualTo(request.place().getSpanId());
        assertThat(routes.spans().named("inner").getParentSpanId()).isEqualTo(outer.getSpanId());
        assertThat(routes.spans().named("innermost").getParentSpanId())
                .isEqualTo(routes.spans().named("inner").getSpanId());
        assertThat(routes.spans().all()).extracting(SpanData::getTraceId).containsOnly(outer.getTraceId());
    }

    @Test
    void log_lines_name_the_place_the_caller_and_the_order_once_it_is_known() {
        routes.request();

        routes.send("direct:outer", "");

        assertThat(routes.marksAt("innermost"))
                .containsEntry(
                        CurrentFlow.SPAN_ID, routes.spans().named("innermost").getSpanId())
                .containsEntry(
                        CurrentFlow.TRACE_ID, routes.spans().named("outer").getTraceId())
                .containsEntry(CurrentFlow.CORRELATION_ID, "caller-1")
                .containsEntry(CurrentFlow.ORDER_ID, "order-1");
        assertThat(routes.marksAt("after-inner"))
                .containsEntry(
                        CurrentFlow.SPAN_ID, routes.spans().named("outer").getSpanId())
                .containsEntry(CurrentFlow.ORDER_ID, "order-1");
        assertThat(routes.spans().named("outer").getAttributes().get(RouteSpans.ORDER_ID))
                .isEqualTo("order-1");
    }

    @Test
    void when_a_route_is_done_its_thread_is_back_where_it_was() {
        Flow request = routes.request();
        routes.send("direct:outer", "");
        assertThat(routes.current().get()).contains(request);

        routes.current().leave();
        routes.send("direct:outer", "");
        assertThat(routes.current().get()).isEmpty();
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void a_route_that_nobody_called_is_marked_in_the_log_and_makes_no_span() {
        routes.send("direct:outer", "");

        assertThat(routes.spans().all()).isEmpty();
        assertThat(routes.marksAt("innermost")).containsKeys(CurrentFlow.TRACE_ID, CurrentFlow.CORRELATION_ID);
    }

    @Test
    void a_failure_is_told_by_its_kind_alone() {
        routes.request();

        assertThatThrownBy(() -> routes.send("direct:failing", "")).isInstanceOf(CamelExecutionException.class);

        SpanData failing = routes.spans().named("failing");
        assertThat(failing.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(failing.getAttributes().get(RouteSpans.ERROR_TYPE)).isEqualTo(IllegalStateException.class.getName());
        assertThat(failing.toString()).doesNotContain("4929");
    }
}
