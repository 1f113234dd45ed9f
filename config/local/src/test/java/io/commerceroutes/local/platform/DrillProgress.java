package io.commerceroutes.local.platform;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.awaitility.Awaitility;

/** Says how far a consumer group has come, as soon as it has. */
final class DrillProgress implements AutoCloseable {
    private final Admin admin;
    private final String group;
    private final Duration limit;

    DrillProgress(String bootstrapServers, String group, Duration limit) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.group = group;
        this.limit = limit;
    }

    /** Answers how many records are committed once these are. */
    long await(long records) {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(limit)
                .ignoreExceptions()
                .until(this::committed, committed -> committed >= records);
    }

    private long committed() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
