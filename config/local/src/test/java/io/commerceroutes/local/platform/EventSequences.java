package io.commerceroutes.local.platform;

import io.commerceroutes.domain.event.Outbox;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Writes numbered events of a few keys to the outbox: each transaction the next one of every key. */
final class EventSequences implements AutoCloseable {
    static final List<String> KEYS =
            IntStream.range(0, 16).mapToObj(i -> "sequence-" + i).toList();
    private static final long PERIOD_MILLIS = 20;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final String topic;
    private volatile int written;

    EventSequences(JdbcTemplate jdbc, TransactionOperations transaction, String topic) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.topic = topic;
    }

    EventSequences start() {
        clock.scheduleAtFixedRate(this::next, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void next() {
        int number = written + 1;
        transaction.executeWithoutResult(status -> jdbc.batchUpdate(
                "INSERT INTO outbox (shard, topic, message_key, event_id, type, event_time, event_day, payload)"
                        + " VALUES (?, ?, ?, ?, 'ProductChanged', UTC_TIMESTAMP(6), UTC_DATE(), ?)",
                KEYS.stream()
                        .map(key -> new Object[] {
                            Outbox.shardOf(key), topic, key, UUID.randomUUID().toString(), Integer.toString(number)
                        })
                        .toList()));
        written = number;
    }

    /** The last number of each key, once closed. */
    int written() {
        return written;
    }

    @Override
    public void close() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(60, TimeUnit.SECONDS);
    }
}
