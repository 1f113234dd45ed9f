package io.commerceroutes.app.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.observation.Figure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ObservedFiguresTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T03:04:05Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ObservedFigures figures = new ObservedFigures(
                    meters, ((InstantSource) now::get).withZone(ZoneOffset.UTC))
            .from("database")
            .show("database", "commerce.payments.unsettled", "status", List.of("PENDING", "UNKNOWN"))
            .show("database", "commerce.outbox.age.seconds");

    @Test
    void nothing_is_claimed_before_anything_was_observed() {
        assertThat(value("commerce.outbox.age.seconds")).isNaN();
        assertThat(value("commerce.observation.age")).isNaN();
    }

    @Test
    void what_was_observed_last_is_shown_and_what_is_not_there_any_more_is_none() {
        figures.observed(
                "database",
                List.of(
                        new Figure("commerce.payments.unsettled", "PENDING", 3),
                        new Figure("commerce.outbox.age.seconds", "", 7)));
        assertThat(unsettled("PENDING")).isEqualTo(3);
        assertThat(unsettled("UNKNOWN")).isZero();
        assertThat(value("commerce.outbox.age.seconds")).isEqualTo(7);

        figures.observed("database", List.of(new Figure("commerce.payments.unsettled", "UNKNOWN", 1)));

        assertThat(unsettled("PENDING")).isZero();
        assertThat(unsettled("UNKNOWN")).isEqualTo(1);
    }

    @Test
    void the_age_of_an_observation_grows_until_the_next() {
        figures.observed("database", List.of());
        now.updateAndGet(instant -> instant.plusMillis(1_500));
        assertThat(value("commerce.observation.age")).isEqualTo(1.5);

        figures.observed("database", List.of());

        assertThat(value("commerce.observation.age")).isZero();
    }

    @Test
    void a_value_that_no_tag_may_have_makes_no_gauge() {
        figures.observed("database", List.of(new Figure("commerce.payments.unsettled", "order-4711", 1)));

        assertThat(meters.find("commerce.payments.unsettled").gauges()).hasSize(2);
    }

    private double unsettled(String status) {
        return meters.get("commerce.payments.unsettled")
                .tag("status", status)
                .gauge()
                .value();
    }

    private double value(String gauge) {
        return meters.get(gauge).gauge().value();
    }
}
