package io.commerceroutes.routes.metrics;

import static io.commerceroutes.routes.metrics.CountEventsRoute.COUNT_BATCH;
import static io.commerceroutes.routes.metrics.DeadLetterRoute.DEAD_LETTER_RECORDS;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.kafka;

import io.commerceroutes.domain.metrics.EventReader;
import org.apache.camel.builder.RouteBuilder;

/**
 * collect-metrics: batches of events from Kafka into counts. Offsets follow the database; a batch that fails comes
 * again from Kafka, so what can never succeed is taken out to the dead letters.
 */
public class CollectMetricsRoute extends RouteBuilder {
    public static final String COLLECT_METRICS = "collect-metrics";
    public static final String READ_EVENTS = "read-events";
    public static final String COMMIT_OFFSETS = "commit-offsets";

    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArrayDeserializer";

    private final EventReader reader;
    private final BatchTally tally;

    public CollectMetricsRoute(EventReader reader, BatchTally tally) {
        this.reader = reader;
        this.tally = tally;
    }

    @Override
    public void configure() {
        // spotless:off
        // Each option here is needed so that nothing is lost: without breakOnFirstError a failed batch is stepped over
        // by the next commit, and every other answer to a poll error than RECONNECT drops records that were polled.
        from(kafka("{{commerce.metrics.topics}}")
                .groupId("{{commerce.metrics.group}}")
                .autoOffsetReset("earliest")
                .batching(true)
                .maxPollRecords("{{commerce.metrics.batch-size}}")
                .pollTimeoutMs("{{commerce.metrics.poll-timeout-millis}}")
                .batchingIntervalMs("{{commerce.metrics.batch-interval-millis}}")
                .consumersCount("{{commerce.metrics.consumers}}")
                .sessionTimeoutMs("{{commerce.metrics.session-timeout-millis}}")
                .allowManualCommit(true)
                .autoCommitEnable(false)
                .breakOnFirstError(true)
                .pollOnError("RECONNECT")
                .keyDeserializer(BYTES)
                .valueDeserializer(BYTES))
            .routeId(COLLECT_METRICS)
            .routeDescription("Reads events in batches, has them counted once, and commits their offsets after that.")
            .process(new ReadingEvents(reader)).id(READ_EVENTS)
            .to(direct(COUNT_BATCH)).id("to-" + COUNT_BATCH)
            .to(direct(DEAD_LETTER_RECORDS)).id("to-" + DEAD_LETTER_RECORDS)
            .process(new CommittingOffsets()).id(COMMIT_OFFSETS)
            .process(exchange -> tally.count(EventBatch.of(exchange))).id("tally-batch");
        // spotless:on
    }
}
