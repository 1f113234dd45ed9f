package io.commerceroutes.app.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {
    private static final String SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void a_header_is_read_and_written_alike() {
        SpanContext place = Traceparent.read(SAMPLED).orElseThrow();

        assertThat(place.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(place.getSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(place.isSampled()).isTrue();
        assertThat(Traceparent.of(place)).isEqualTo(SAMPLED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-x-y-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-and-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void what_is_no_header_of_version_00_is_none(String header) {
        assertThat(Traceparent.read(header)).isEmpty();
    }

    @Test
    void an_unsampled_place_is_valid_another_each_time_and_not_kept() {
        SpanContext place = Traceparent.unsampled();

        assertThat(place.isValid()).isTrue();
        assertThat(place.isSampled()).isFalse();
        assertThat(Traceparent.unsampled().getTraceId()).isNotEqualTo(place.getTraceId());
    }
}
