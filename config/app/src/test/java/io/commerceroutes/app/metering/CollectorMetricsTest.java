package io.commerceroutes.app.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunState;
import io.commerceroutes.routes.metrics.EventBatch;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CollectorMetricsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void a_batch_counts_by_what_became_of_its_events() {
        EventBatch batch = mock(EventBatch.class);
        when(batch.counted()).thenReturn(5);
        when(batch.duplicates()).thenReturn(4);
        when(batch.ignored()).thenReturn(3);
        when(batch.unknown()).thenReturn(2);
        when(batch.dead()).thenReturn(1);
        when(batch.size()).thenReturn(15);

        new BatchMetrics(meters).count(batch);

        assertThat(List.of("counted", "duplicates", "ignored", "unknown", "dead"))
                .extracting(outcome -> meters.get("commerce.events")
                        .tag("outcome", outcome)
                        .counter()
                        .count())
                .containsExactly(5.0, 4.0, 3.0, 2.0, 1.0);
        assertThat(meters.get("commerce.event.batch.size").summary().totalAmount())
                .isEqualTo(15);
    }

    @Test
    void outcomes_are_there_before_the_first_batch() {
        new BatchMetrics(meters);

        assertThat(meters.get("commerce.events")
                        .tag("outcome", "dead")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void a_run_is_timed_by_its_period_and_its_end() {
        RunMetrics runs = new RunMetrics(meters);

        runs.ended(Period.WEEKLY, RunState.FAILED, Duration.ofSeconds(3));

        Timer failed = meters.get("commerce.aggregation.duration")
                .tags("period", "WEEKLY", "state", "FAILED")
                .timer();
        assertThat(failed.count()).isOne();
        assertThat(failed.totalTime(TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(meters.find("commerce.aggregation.duration").timers()).hasSize(9);
    }
}
