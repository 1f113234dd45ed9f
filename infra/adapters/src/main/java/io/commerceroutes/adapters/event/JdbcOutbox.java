package io.commerceroutes.adapters.event;

import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.event.Outbox;
import io.commerceroutes.domain.event.OutboxEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The outbox in MySQL. Leases run by the database's clock, so that instances need not agree on the time. */
public class JdbcOutbox implements Outbox {
    private final NamedParameterJdbcOperations jdbc;
    private final TransactionOperations transaction;
    private final String owner;
    private final Duration leaseTime;
    private final LongSupplier nanoTime;
    private Set<Integer> leased = Set.of();
    private long renewAtNanos;

    /** @param owner names this relay, differently in each instance and after each start */
    public JdbcOutbox(
            NamedParameterJdbcOperations jdbc, TransactionOperations transaction, String owner, Duration leaseTime) {
        this(jdbc, transaction, owner, leaseTime, System::nanoTime);
    }

    JdbcOutbox(
            NamedParameterJdbcOperations jdbc,
            TransactionOperations transaction,
            String owner,
            Duration leaseTime,
            LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.owner = owner;
        this.leaseTime = leaseTime;
        this.nanoTime = nanoTime;
    }

    /** Asks the database once in a third of the lease time, so that a lease never ends under a working relay. */
    @Override
    public synchronized Set<Integer> lease() {
        long now = nanoTime.getAsLong();
        if (leased.isEmpty() || now - renewAtNanos >= 0) {
            leased = leaseAnew();
            renewAtNanos = now + leaseTime.toNanos() / 3;
        }
        return leased;
    }

    private Set<Integer> leaseAnew() {
        Map<String, Object> params = Map.of("owner", owner, "millis", leaseTime.toMillis());
        return transaction.execute(status -> {
            jdbc.update("""
                    UPDATE relay_lease
                    SET owner = :owner, lease_until = UTC_TIMESTAMP(6) + INTERVAL :millis * 1000 MICROSECOND
                    WHERE owner = :owner OR owner IS NULL OR lease_until < UTC_TIMESTAMP(6)
                    ORDER BY shard
                    """, params);
            return new HashSet<>(
                    jdbc.queryForList("SELECT shard FROM relay_lease WHERE owner = :owner", params, Integer.class));
        });
    }

    @Override
    public synchronized void release() {
        leased = Set.of();
        transaction.executeWithoutResult(status -> jdbc.update(
                "UPDATE relay_lease SET owner = NULL, lease_until = NULL WHERE owner = :owner",
                Map.of("owner", owner)));
    }

    @Override
    public List<OutboxEvent> oldest(Set<Integer> shards, int limitPerShard) {
        if (shards.isEmpty()) {
            return List.of();
        }
        String sql = shards.stream().sorted().map(JdbcOutbox::oldestOf).collect(Collectors.joining(" UNION ALL "));
        return transaction.execute(
                status -> jdbc.query(sql, Map.of("limit", limitPerShard), (row, index) -> event(row)));
    }

    @Override
    public void remove(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            transaction.executeWithoutResult(
                    status -> jdbc.update("DELETE FROM outbox WHERE id IN (:ids)", Map.of("ids", ids)));
        }
    }

    private static String oldestOf(int shard) {
        return """
                (SELECT id, topic, message_key, event_id, type, event_time, traceparent, payload
                 FROM outbox WHERE shard = %d ORDER BY id LIMIT :limit)
                """.formatted(shard);
    }

    private static OutboxEvent event(ResultSet row) throws SQLException {
        return new OutboxEvent(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("message_key"),
                row.getString("event_id"),
                row.getString("type"),
                Utc.instant(row, "event_time"),
                Optional.ofNullable(row.getString("traceparent")),
                row.getString("payload"));
    }
}
