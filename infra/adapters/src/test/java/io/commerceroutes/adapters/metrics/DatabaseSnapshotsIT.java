package io.commerceroutes.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.adapters.AnalyticsSchema;
import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.DeadLetter;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventLimits;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.recount.CountSnapshots.Snapshot;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class DatabaseSnapshotsIT {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Duration DURATION_MAX = Duration.ofMinutes(30);
    private AnalyticsSchema schema;
    private HandledEventTable handled;
    private ProductMetricsTable metrics;
    private DatabaseSnapshots snapshots;

    @BeforeEach
    void migrate() {
        schema = AnalyticsSchema.migrated();
        handled = new HandledEventTable(schema.jdbc());
        metrics = new ProductMetricsTable(schema.jdbc());
        snapshots = new DatabaseSnapshots(schema.jdbc().getDataSource(), DURATION_MAX);
    }

    @Test
    void what_is_counted_after_it_was_opened_is_not_in_it() {
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        count(before);
        try (Snapshot snapshot = snapshots.open()) {
            count(after);

            assertThat(snapshot.handledAmong(List.of(key(before), key(after)))).containsExactly(key(before));
            assertThat(snapshot.deadAmong(List.of(before, after))).containsExactly(before);
            assertThat(snapshot.countsOf(DAY)).isEqualTo(Map.of(1L, ProductCounts.ONE_VIEW));
            assertThat(snapshot.countsOf(DAY.plusDays(1))).isEmpty();
        }
    }

    @Test
    void while_it_is_open_no_days_are_dropped_from_under_it() {
        EventLimits limits = new EventLimits(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        EventHandledPartitions partitions = new EventHandledPartitions(schema.jdbc(), limits);
        LocalDate old = LocalDate.parse("2024-03-01");
        partitions.prepare(old, old.plusDays(1));
        try (Snapshot snapshot = snapshots.open()) {
            assertThatThrownBy(() -> partitions.dropBefore(old.plusDays(1))).hasRootCauseInstanceOf(SQLException.class);
            assertThat(snapshot.handledAmong(List.of(key(UUID.randomUUID())))).isEmpty();
        }
        partitions.dropBefore(old.plusDays(1));
    }

    @Test
    void one_that_is_asked_nothing_outlives_a_connection_that_says_nothing() throws SQLException {
        try (Connection held = silentFor(1);
                Connection idle = silentFor(1)) {
            Snapshot snapshot = new DatabaseSnapshots(poolOf(held), DURATION_MAX).open();
            Long idleId = new JdbcTemplate(poolOf(idle)).queryForObject("SELECT CONNECTION_ID()", Long.class);

            await().atMost(Duration.ofSeconds(30)).until(() -> !isConnected(idleId));

            assertThat(snapshot.handledAmong(List.of(key(UUID.randomUUID())))).isEmpty();
            assertThat(snapshot.countsOf(DAY)).isEmpty();
            snapshot.close();
        }
    }

    @Test
    void its_connection_goes_back_as_it_came() throws SQLException {
        try (Connection connection = silentFor(7)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);

            new DatabaseSnapshots(poolOf(connection), DURATION_MAX).open().close();

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(new JdbcTemplate(poolOf(connection)).queryForObject("SELECT @@wait_timeout", Long.class))
                    .isEqualTo(7);
        }
    }

    /** A connection that the server closes when it says nothing for so long. */
    private Connection silentFor(int seconds) throws SQLException {
        Connection connection = schema.jdbc().getDataSource().getConnection();
        new JdbcTemplate(poolOf(connection)).execute("SET SESSION wait_timeout = " + seconds);
        return connection;
    }

    private boolean isConnected(long connectionId) {
        return schema.jdbc()
                        .queryForObject(
                                "SELECT COUNT(*) FROM information_schema.processlist WHERE id = ?",
                                Integer.class,
                                connectionId)
                > 0;
    }

    private static DataSource poolOf(Connection connection) {
        return new SingleConnectionDataSource(connection, true);
    }

    private void count(UUID id) {
        handled.markAll(List.of(key(id)));
        metrics.add(List.of(new DayCount(DAY, 1, ProductCounts.ONE_VIEW)));
        new DeadLetterTable(schema.jdbc())
                .keep(new DeadLetter(
                        "t",
                        0,
                        id.hashCode(),
                        Instant.EPOCH.plusSeconds(1),
                        null,
                        Map.of("ce_id", id.toString().getBytes(StandardCharsets.UTF_8)),
                        null,
                        "x"));
    }

    private static EventKey key(UUID id) {
        return new EventKey(DAY, id);
    }
}
