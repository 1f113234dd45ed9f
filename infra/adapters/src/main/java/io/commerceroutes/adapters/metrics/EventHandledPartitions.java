package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.EventLimits;
import io.commerceroutes.domain.metrics.HandledEventPartitions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Splits daily partitions off the last one of {@code event_handled}, while that one is still nearly empty, and drops
 * the oldest ones. Counting has to wait while this waits for the table, so it gives up soon.
 */
public class EventHandledPartitions implements HandledEventPartitions {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'p'uuuuMMdd");
    private static final String LOCK = "event_handled.partitions";
    private static final int LOCK_WAIT_SECONDS = 10;
    private static final int TABLE_WAIT_SECONDS = 1;

    private final JdbcTemplate jdbc;
    private final EventLimits limits;

    public EventHandledPartitions(JdbcTemplate jdbc, EventLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    @Override
    public void prepare(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > DAYS_MAX) {
            throw new IllegalArgumentException("Cannot prepare %d days from %s".formatted(days, from));
        }
        alone(session -> {
            List<LocalDate> there = days(session);
            LocalDate first = there.isEmpty() ? from : there.getLast().plusDays(1);
            if (!first.isAfter(to)) {
                session.execute(split(first.datesUntil(to.plusDays(1)).toList()));
            }
        });
    }

    @Override
    public void dropBefore(LocalDate day) {
        alone(session -> {
            LocalDate today = session.queryForObject("SELECT UTC_DATE()", LocalDate.class);
            LocalDate oldestToCount = today.minusDays(limits.ageMax().toDays() + 1);
            String old = days(session).stream()
                    .filter(there -> there.isBefore(day) && there.isBefore(oldestToCount))
                    .map(NAME::format)
                    .collect(Collectors.joining(", "));
            if (!old.isEmpty()) {
                session.execute("ALTER TABLE event_handled DROP PARTITION " + old);
            }
        });
    }

    private void alone(Consumer<JdbcTemplate> change) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            JdbcTemplate session = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            Integer locked = session.queryForObject("SELECT GET_LOCK(?, ?)", Integer.class, LOCK, LOCK_WAIT_SECONDS);
            if (locked == null || locked != 1) {
                throw new IllegalStateException("Another instance has been changing partitions for too long");
            }
            try {
                waitingShortly(session, change);
            } finally {
                session.queryForObject("SELECT RELEASE_LOCK(?)", Integer.class, LOCK);
            }
            return null;
        });
    }

    private static void waitingShortly(JdbcTemplate session, Consumer<JdbcTemplate> change) {
        Long before = session.queryForObject("SELECT @@SESSION.lock_wait_timeout", Long.class);
        session.execute("SET SESSION lock_wait_timeout = " + TABLE_WAIT_SECONDS);
        try {
            change.accept(session);
        } finally {
            session.execute("SET SESSION lock_wait_timeout = " + before);
        }
    }

    private static List<LocalDate> days(JdbcTemplate session) {
        return session.queryForList("""
                        SELECT partition_name FROM information_schema.partitions
                        WHERE table_schema = DATABASE() AND table_name = 'event_handled'
                          AND partition_name <> 'pmax'
                        ORDER BY partition_ordinal_position
                        """, String.class).stream()
                .map(name -> LocalDate.parse(name, NAME))
                .toList();
    }

    private static String split(List<LocalDate> days) {
        return days.stream()
                .map(day -> "PARTITION %s VALUES LESS THAN ('%s')".formatted(NAME.format(day), day.plusDays(1)))
                .collect(Collectors.joining(
                        ", ",
                        "ALTER TABLE event_handled REORGANIZE PARTITION pmax INTO (",
                        ", PARTITION pmax VALUES LESS THAN (MAXVALUE))"));
    }
}
