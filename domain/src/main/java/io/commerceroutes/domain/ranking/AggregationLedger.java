package io.commerceroutes.domain.ranking;

import java.util.List;
import java.util.Optional;

/** The ledger of aggregation runs: what was asked for, what runs, how it ended. */
public interface AggregationLedger {
    /** Writes down that a window is to be aggregated, and returns the run's id. */
    long request(PeriodWindow window, RunOrigin origin);

    Optional<AggregationRun> find(long runId);

    /** A page of runs, youngest first. */
    Page page(int page, int size);

    /** One page and how many there are in all. */
    record Page(List<AggregationRun> items, long totalCount) {}
}
