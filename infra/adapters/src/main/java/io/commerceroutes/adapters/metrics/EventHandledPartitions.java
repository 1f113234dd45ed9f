package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.HandledEventPartitions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Splits daily partitions off the last one of {@code event_handled}, while that one is still nearly empty. */
public class EventHandledPartitions implements HandledEventPartitions {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'p'uuuuMMdd");
    private static final String LOCK = "event_handled.partitions";
    private static final int LOCK_WAIT_SECONDS = 10;

    private final JdbcTemplate jdbc;

    public EventHandledPartitions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void prepare(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > DAYS_MAX) {
            throw new IllegalArgumentException("Cannot prepare %d days from %s".formatted(days, from));
        }
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            JdbcTemplate session = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            prepareAlone(session, from, to);
            return null;
        });
    }

    private static void prepareAlone(JdbcTemplate session, LocalDate from, LocalDate to) {
        Integer locked = session.queryForObject("SELECT GET_LOCK(?, ?)", Integer.class, LOCK, LOCK_WAIT_SECONDS);
        if (locked == null || locked != 1) {
            throw new IllegalStateException("Another instance has been preparing partitions for too long");
        }
        try {
            LocalDate first = lastDay(session).map(day -> day.plusDays(1)).orElse(from);
            if (!first.isAfter(to)) {
                session.execute(split(first.datesUntil(to.plusDays(1)).toList()));
            }
        } finally {
            session.queryForObject("SELECT RELEASE_LOCK(?)", Integer.class, LOCK);
        }
    }

    private static Optional<LocalDate> lastDay(JdbcTemplate session) {
        return session.queryForList("""
                        SELECT partition_name FROM information_schema.partitions
                        WHERE table_schema = DATABASE() AND table_name = 'event_handled'
                          AND partition_name <> 'pmax'
                        ORDER BY partition_ordinal_position DESC LIMIT 1
                        """, String.class).stream()
                .map(name -> LocalDate.parse(name, NAME))
                .findFirst();
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
