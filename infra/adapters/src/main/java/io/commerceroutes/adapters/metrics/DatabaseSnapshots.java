package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.recount.CountSnapshots;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One connection with one consistent, read-only snapshot of the counts and of what was counted. */
public class DatabaseSnapshots implements CountSnapshots {
    private final DataSource dataSource;
    private final long silenceSecondsMax;

    /** @param durationMax for how long one may be held, even if it is asked nothing */
    public DatabaseSnapshots(DataSource dataSource, Duration durationMax) {
        this.dataSource = dataSource;
        this.silenceSecondsMax = durationMax.toSeconds() + 1;
    }

    @Override
    public Snapshot open() {
        try {
            Connection connection = dataSource.getConnection();
            try {
                return begun(connection);
            } catch (SQLException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("No snapshot could be taken", failure);
        }
    }

    private Snapshot begun(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        JdbcTemplate session = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        session.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
        // A snapshot cannot see a table whose shape was changed after it; to have read it prevents that.
        List.of("event_handled", "dead_letter", "product_metrics")
                .forEach(table -> session.queryForList("SELECT 1 FROM " + table + " LIMIT 1"));
        // Comes last: a connection whose snapshot failed goes back as it came.
        return new Held(connection, session, extendSilence(session));
    }

    /**
     * The server closes the pool's connections when they are silent for a while. This one may be, as long as Kafka
     * holds nothing of the range to ask it about.
     *
     * @return the seconds that it had before
     */
    private long extendSilence(JdbcTemplate session) {
        Long secondsBefore = session.queryForObject("SELECT @@SESSION.wait_timeout", Long.class);
        setSilenceMax(session, silenceSecondsMax);
        return secondsBefore;
    }

    private static void setSilenceMax(JdbcTemplate session, long seconds) {
        session.execute("SET SESSION wait_timeout = " + seconds);
    }

    private record Held(Connection connection, JdbcTemplate session, long secondsBefore) implements Snapshot {
        @Override
        public Set<EventKey> handledAmong(Collection<EventKey> keys) {
            return new KnownEvents(session, "event_handled WHERE").among(keys);
        }

        @Override
        public Set<UUID> deadAmong(Collection<UUID> eventIds) {
            Set<UUID> dead = new HashSet<>();
            MultiRow.inChunks(
                    eventIds.stream().map(UUID::toString).toList(),
                    chunk -> session.query(
                                    "SELECT event_id FROM dead_letter WHERE event_id IN "
                                            + MultiRow.placeholders(1, chunk.size()),
                                    (row, index) -> UUID.fromString(row.getString(1)),
                                    chunk.toArray())
                            .forEach(dead::add));
            return dead;
        }

        @Override
        public Map<Long, ProductCounts> countsOf(LocalDate day) {
            return session
                    .query(
                            "SELECT " + DayCounts.COLUMNS + " FROM product_metrics WHERE metric_date = ?",
                            (row, index) -> DayCounts.of(row),
                            day)
                    .stream()
                    .collect(Collectors.toMap(DayCount::productId, DayCount::counts));
        }

        @Override
        public void close() {
            try (connection) {
                setSilenceMax(session, secondsBefore);
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            } catch (SQLException | DataAccessException lost) {
                throw new DataAccessResourceFailureException("The snapshot's connection was lost", lost);
            }
        }
    }
}
