package io.commerceroutes.routes.collector;

import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunState;
import io.commerceroutes.routes.metrics.BatchTally;
import io.commerceroutes.routes.metrics.EventBatch;
import io.commerceroutes.routes.ranking.RunTally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the flows counted. */
public class Tallies implements BatchTally, RunTally {
    private final Map<String, Integer> events = new HashMap<>();
    private final List<String> runs = new ArrayList<>();

    @Override
    public synchronized void count(EventBatch batch) {
        events.merge("counted", batch.counted(), Integer::sum);
        events.merge("duplicates", batch.duplicates(), Integer::sum);
        events.merge("ignored", batch.ignored(), Integer::sum);
        events.merge("unknown", batch.unknown(), Integer::sum);
        events.merge("dead", batch.dead(), Integer::sum);
        events.merge("all", batch.size(), Integer::sum);
    }

    @Override
    public synchronized void ended(Period period, RunState state, Duration duration) {
        runs.add("%s %s %s".formatted(period, state, duration));
    }

    public synchronized int events(String outcome) {
        return events.getOrDefault(outcome, 0);
    }

    public synchronized List<String> runs() {
        return List.copyOf(runs);
    }

    public synchronized void forgetRuns() {
        runs.clear();
    }
}
