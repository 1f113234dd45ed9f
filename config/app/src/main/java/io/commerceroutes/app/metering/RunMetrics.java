package io.commerceroutes.app.metering;

import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunState;
import io.commerceroutes.routes.ranking.RunTally;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;

/** How long aggregations took, by period and by how they ended. */
class RunMetrics implements RunTally {
    private static final List<RunState> ENDS = List.of(RunState.DONE, RunState.FAILED, RunState.SUPERSEDED);

    private final MeterRegistry meters;

    /** All that may be measured is there from the start. */
    RunMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (Period period : Period.values()) {
            ENDS.forEach(state -> timer(period, state));
        }
    }

    @Override
    public void ended(Period period, RunState state, Duration duration) {
        timer(period, state).record(duration);
    }

    private Timer timer(Period period, RunState state) {
        return Timer.builder("commerce.aggregation.duration")
                .description("From the claim of a run to its end")
                .tag("period", period.name())
                .tag("state", state.name())
                .register(meters);
    }
}
