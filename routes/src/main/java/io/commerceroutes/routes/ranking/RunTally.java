package io.commerceroutes.routes.ranking;

import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunState;
import java.time.Duration;

/** Measures the runs of this instance. */
@FunctionalInterface
public interface RunTally {
    /** Takes a run that ended as {@code state} after {@code duration}. */
    void ended(Period period, RunState state, Duration duration);
}
