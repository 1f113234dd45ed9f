package io.commerceroutes.app.metering;

import io.commerceroutes.routes.metrics.BatchTally;
import io.commerceroutes.routes.metrics.EventBatch;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** What became of the events of committed batches, and how large the batches were. */
class BatchMetrics implements BatchTally {
    private final Counters<String> events;
    private final DistributionSummary sizes;

    BatchMetrics(MeterRegistry meters) {
        events = Counters.of(
                meters, "commerce.events", "outcome", List.of("counted", "duplicates", "ignored", "unknown", "dead"));
        sizes = DistributionSummary.builder("commerce.event.batch.size")
                .description("Records of a batch, counted or not")
                .serviceLevelObjectives(1, 10, 50, 100, 250, 500, 1_000)
                .register(meters);
    }

    @Override
    public void count(EventBatch batch) {
        events.count("counted", batch.counted());
        events.count("duplicates", batch.duplicates());
        events.count("ignored", batch.ignored());
        events.count("unknown", batch.unknown());
        events.count("dead", batch.dead());
        sizes.record(batch.size());
    }
}
