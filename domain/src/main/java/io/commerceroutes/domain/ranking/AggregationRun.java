package io.commerceroutes.domain.ranking;

import java.time.Duration;
import java.time.Instant;

/**
 * One line in the ledger of runs. Its id is its fencing number, too: of two runs of one window the younger one wins.
 *
 * @param startedAt null while it is only requested
 * @param progress what it is at, in a few words; null while it has said nothing
 * @param finishedAt null until it ended, well or not
 * @param rows products ranked; null until it ended well
 * @param error why it failed, in a few words; else null
 */
public record AggregationRun(
        long runId,
        PeriodWindow window,
        RunOrigin origin,
        RunState state,
        Long rows,
        Instant requestedAt,
        Instant startedAt,
        String progress,
        Instant finishedAt,
        String error) {

    /** How long it ran; null until it ended. */
    public Duration duration() {
        return startedAt == null || finishedAt == null ? null : Duration.between(startedAt, finishedAt);
    }
}
