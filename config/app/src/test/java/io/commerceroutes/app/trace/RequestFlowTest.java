package io.commerceroutes.app.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

class RequestFlowTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String SAMPLED = "00-%s-%s-01".formatted(TRACE, CALLER);

    private final KeptSpans spans = new KeptSpans();
    private final CurrentFlow current = new CurrentFlow();
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/orders/42/cancel");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private String traceparent;
    private Map<String, String> marks;

    @Test
    void a_request_without_a_trace_begins_one() throws Exception {
        serve(spans.tracer(), 201);

        SpanData span = spans.named("POST /api/v1/orders/{orderId}/cancel");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(traceparent).isEqualTo("00-%s-%s-01".formatted(span.getTraceId(), span.getSpanId()));
        assertThat(span.getAttributes().asMap())
                .containsEntry(AttributeKey.longKey("http.response.status_code"), 201L)
                .containsEntry(AttributeKey.stringKey("http.request.method"), "POST")
                .containsEntry(RouteSpans.ORDER_ID, "42");
        assertThat(marks)
                .containsEntry(CurrentFlow.TRACE_ID, span.getTraceId())
                .containsEntry(CurrentFlow.SPAN_ID, span.getSpanId())
                .containsEntry(CurrentFlow.CORRELATION_ID, span.getTraceId());
        assertThat(response.getHeader("X-Correlation-Id")).isEqualTo(span.getTraceId());
    }

    @Test
    void a_request_within_a_trace_goes_on_with_it() throws Exception {
        request.addHeader("traceparent", SAMPLED);

        serve(spans.tracer(Sampler.alwaysOff()), 500);

        SpanData span = spans.named("POST /api/v1/orders/{orderId}/cancel");
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(CALLER);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void a_trace_whose_caller_keeps_no_spans_is_not_kept_here() throws Exception {
        request.addHeader("traceparent", SAMPLED.replace("-01", "-00"));

        serve(spans.tracer(), 201);

        assertThat(spans.all()).isEmpty();
        assertThat(traceparent).startsWith("00-" + TRACE).endsWith("-00");
    }

    @Test
    void without_tracing_a_given_trace_is_passed_on_and_a_missing_one_made_up() throws Exception {
        Tracer none = TracerProvider.noop().get("");

        serve(none, 201);
        assertThat(Traceparent.read(traceparent))
                .hasValueSatisfying(place -> assertThat(place.isSampled()).isFalse());

        request.addHeader("traceparent", SAMPLED);
        serve(none, 201);
        assertThat(traceparent).isEqualTo(SAMPLED);
    }

    @Test
    void probes_make_no_spans() throws Exception {
        request.setRequestURI("/actuator/health");

        serve(spans.tracer(), 200);

        assertThat(spans.all()).isEmpty();
        assertThat(marks).containsKey(CurrentFlow.TRACE_ID);
    }

    @Test
    void the_callers_correlation_id_is_taken_if_it_can_be_one() throws Exception {
        request.addHeader("X-Correlation-Id", "checkout-7");
        serve(spans.tracer(), 201);
        assertThat(marks).containsEntry(CurrentFlow.CORRELATION_ID, "checkout-7");
        assertThat(response.getHeader("X-Correlation-Id")).isEqualTo("checkout-7");

        request.removeHeader("X-Correlation-Id");
        request.addHeader("X-Correlation-Id", "4929-8765-4321-0987\r\nSet-Cookie: a=b");
        serve(spans.tracer(), 201);
        assertThat(marks.get(CurrentFlow.CORRELATION_ID)).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4929-8765-4321-0987",
                "4929876543210987",
                "4929.8765_4321.0987",
                "order-4929876543210987",
                "49298765-4321-0987-0000-000000000000"
            })
    void a_correlation_id_that_could_be_a_card_number_is_not_taken(String card) throws Exception {
        request.addHeader("X-Correlation-Id", card);

        serve(spans.tracer(), 201);

        assertThat(marks.get(CurrentFlow.CORRELATION_ID)).matches("[0-9a-f]{32}");
        assertThat(response.getHeader("X-Correlation-Id")).isEqualTo(marks.get(CurrentFlow.CORRELATION_ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7c9e6679-7425-40de-944b-e07fc1f90ae7", "16fd2706-8baf-433b-8223-446655440000"})
    void a_random_id_is_taken_whatever_digits_it_has_by_chance(String id) throws Exception {
        for (String form : List.of(id, id.replace("-", ""))) {
            request.removeHeader("X-Correlation-Id");
            request.addHeader("X-Correlation-Id", form);
            serve(spans.tracer(), 201);
            assertThat(marks).containsEntry(CurrentFlow.CORRELATION_ID, form);
        }
    }

    @Test
    void a_method_that_nobody_knows_is_not_repeated() throws Exception {
        request.setMethod("4929876543210987");

        serve(spans.tracer(), 405);

        spans.named("_OTHER /api/v1/orders/{orderId}/cancel");
    }

    @Test
    void nothing_stays_on_the_thread_even_after_a_failure() {
        assertThatThrownBy(() -> new RequestFlow(spans.tracer(), current)
                        .doFilter(request, response, (toServe, answer) -> {
                            throw new IllegalStateException("of the chain");
                        }))
                .hasMessage("of the chain");

        assertThat(current.get()).isEmpty();
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
        assertThat(spans.all()).hasSize(1);
    }

    private void serve(Tracer tracer, int status) throws Exception {
        new RequestFlow(tracer, current).doFilter(request, response, new MockFilterChain() {
            @Override
            public void doFilter(ServletRequest toServe, ServletResponse toAnswer) {
                traceparent = current.traceparent().orElseThrow();
                marks = MDC.getCopyOfContextMap();
                current.get().orElseThrow().isAbout("42");
                toServe.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/api/v1/orders/{orderId}/cancel");
                response.setStatus(status);
            }
        });
        request.removeAttribute("requestFlow" + RequestFlow.ALREADY_FILTERED_SUFFIX);
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }
}
