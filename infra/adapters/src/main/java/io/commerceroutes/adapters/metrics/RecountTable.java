package io.commerceroutes.adapters.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.commerceroutes.domain.recount.Difference;
import io.commerceroutes.domain.recount.Recount;
import io.commerceroutes.domain.recount.RecountRange;
import io.commerceroutes.domain.recount.RecountReport;
import io.commerceroutes.domain.recount.RecountState;
import io.commerceroutes.domain.recount.Recounts;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The table {@code recount}; a recount runs while its row is the one that is marked so. */
public class RecountTable implements Recounts {
    private static final int ERROR_LENGTH_MAX = 500;
    private static final String COLUMNS =
            "recount_id, day_from, day_to, state, requested_at, started_at, finished_at, events_read, events_counted,"
                    + " missing, earliest_retained, differences, error, ";

    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    public RecountTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What of a report is kept as JSON. */
    record Examples(List<String> missing, List<Difference> differences) {}

    @Override
    public long request(RecountRange range) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO recount (day_from, day_to, state, requested_at)"
                                    + " VALUES (?, ?, 'REQUESTED', UTC_TIMESTAMP(6))",
                            Statement.RETURN_GENERATED_KEYS);
                    insert.setObject(1, range.from());
                    insert.setObject(2, range.to());
                    return insert;
                },
                id);
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    @Override
    public Optional<Recount> claimNext(Duration lease) {
        jdbc.update("""
                UPDATE recount SET state = 'FAILED', running = NULL, finished_at = UTC_TIMESTAMP(6),
                error = 'It did not end within its time' WHERE state = 'RUNNING' AND lease_until < UTC_TIMESTAMP(6)
                """);
        return jdbc
                .queryForList(
                        "SELECT recount_id FROM recount WHERE state = 'REQUESTED' ORDER BY recount_id LIMIT 1",
                        Long.class)
                .stream()
                .findFirst()
                .filter(id -> claim(id, lease))
                .flatMap(this::find);
    }

    private boolean claim(long recountId, Duration lease) {
        try {
            return jdbc.update("""
                            UPDATE recount SET state = 'RUNNING', running = 1, started_at = UTC_TIMESTAMP(6),
                            lease_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND
                            WHERE recount_id = ? AND state = 'REQUESTED'
                            """, lease.toSeconds(), recountId) == 1;
        } catch (DuplicateKeyException anotherRuns) {
            return false;
        }
    }

    @Override
    public void done(long recountId, RecountReport report) {
        jdbc.update(
                """
                UPDATE recount SET state = 'DONE', running = NULL, finished_at = UTC_TIMESTAMP(6), events_read = ?,
                events_counted = ?, missing = ?, earliest_retained = ?, differences = ?, examples = ?
                WHERE recount_id = ? AND state = 'RUNNING'
                """,
                report.eventsRead(),
                report.eventsCounted(),
                report.missing(),
                report.earliestRetained() == null
                        ? null
                        : LocalDateTime.ofInstant(report.earliestRetained(), ZoneOffset.UTC),
                report.differences(),
                written(new Examples(report.missingExamples(), report.examples())),
                recountId);
    }

    @Override
    public void failed(long recountId, String error) {
        jdbc.update("""
                UPDATE recount SET state = 'FAILED', running = NULL, finished_at = UTC_TIMESTAMP(6), error = ?
                WHERE recount_id = ? AND state = 'RUNNING'
                """, error.substring(0, Math.min(error.length(), ERROR_LENGTH_MAX)), recountId);
    }

    @Override
    public Optional<Recount> find(long recountId) {
        return jdbc
                .query(
                        "SELECT " + COLUMNS + "examples FROM recount WHERE recount_id = ?",
                        (row, index) -> recount(row),
                        recountId)
                .stream()
                .findFirst();
    }

    @Override
    public Page page(int page, int size) {
        List<Recount> items = jdbc.query(
                "SELECT " + COLUMNS + "NULL AS examples FROM recount ORDER BY recount_id DESC LIMIT ? OFFSET ?",
                (row, index) -> recount(row),
                size,
                (long) page * size);
        Long total = jdbc.queryForObject("SELECT COUNT(*) FROM recount", Long.class);
        return new Page(items, total == null ? 0 : total);
    }

    private Recount recount(ResultSet row) throws SQLException {
        RecountState state = RecountState.valueOf(row.getString("state"));
        return new Recount(
                row.getLong("recount_id"),
                new RecountRange(row.getObject("day_from", LocalDate.class), row.getObject("day_to", LocalDate.class)),
                state,
                time(row, "requested_at"),
                time(row, "started_at"),
                time(row, "finished_at"),
                state == RecountState.DONE ? report(row) : null,
                row.getString("error"));
    }

    private RecountReport report(ResultSet row) throws SQLException {
        Examples examples = read(row.getString("examples"));
        return new RecountReport(
                row.getLong("events_read"),
                row.getLong("events_counted"),
                row.getLong("missing"),
                examples.missing(),
                time(row, "earliest_retained"),
                row.getLong("differences"),
                examples.differences());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private String written(Examples examples) {
        try {
            return json.writeValueAsString(examples);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Examples read(String examples) {
        try {
            return examples == null ? new Examples(List.of(), List.of()) : json.readValue(examples, Examples.class);
        } catch (JsonProcessingException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }
}
