package io.commerceroutes.app.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;

class SampledLinksTest {
    private static final SpanContext KEPT = Traceparent.read("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .orElseThrow();

    private final KeptSpans spans = new KeptSpans();

    @Test
    void what_is_linked_to_a_kept_span_is_kept_whatever_the_share() {
        begin(Sampler.alwaysOff(), KEPT);

        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("batch");
    }

    @Test
    void all_else_is_up_to_the_share() {
        begin(Sampler.alwaysOff(), Traceparent.unsampled());
        assertThat(spans.all()).isEmpty();

        begin(Sampler.alwaysOn(), Traceparent.unsampled());
        assertThat(spans.all()).hasSize(1);
    }

    private void begin(Sampler rest, SpanContext link) {
        spans.tracer(new SampledLinks(rest))
                .spanBuilder("batch")
                .addLink(link)
                .startSpan()
                .end();
    }
}
