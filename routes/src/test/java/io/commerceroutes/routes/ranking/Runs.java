package io.commerceroutes.routes.ranking;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.PeriodWindow;
import io.commerceroutes.domain.ranking.RunOrigin;
import io.commerceroutes.domain.ranking.RunState;
import io.commerceroutes.routes.collector.CollectorFlowTest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The runs that were requested, kept behind a ledger that is a mock. */
final class Runs {
    private final Map<Long, AggregationRun> runs = new HashMap<>();

    Runs(AggregationLedger ledger) {
        when(ledger.request(any(), any())).thenAnswer(call -> request(call.getArgument(0), call.getArgument(1)));
        when(ledger.find(anyLong())).thenAnswer(call -> Optional.ofNullable(runs.get(call.<Long>getArgument(0))));
    }

    long request(PeriodWindow window, RunOrigin origin) {
        long runId = runs.size() + 1L;
        runs.put(
                runId,
                new AggregationRun(
                        runId,
                        window,
                        origin,
                        RunState.REQUESTED,
                        null,
                        CollectorFlowTest.NOW,
                        null,
                        null,
                        null,
                        null));
        return runId;
    }

    Collection<AggregationRun> all() {
        return runs.values();
    }
}
