package io.commerceroutes.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class DatabaseSnapshotsIT {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private AnalyticsSchema schema;
    private HandledEventTable handled;
    private ProductMetricsTable metrics;
    private DatabaseSnapshots snapshots;

    @BeforeEach
    void migrate() {
        schema = AnalyticsSchema.migrated();
        handled = new HandledEventTable(schema.jdbc());
        metrics = new ProductMetricsTable(schema.jdbc());
        snapshots = new DatabaseSnapshots(schema.jdbc().getDataSource());
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
    void its_connection_goes_back_as_it_came() throws SQLException {
        try (Connection connection = schema.jdbc().getDataSource().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            SingleConnectionDataSource pool = new SingleConnectionDataSource(connection, true);

            new DatabaseSnapshots(pool).open().close();

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
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
