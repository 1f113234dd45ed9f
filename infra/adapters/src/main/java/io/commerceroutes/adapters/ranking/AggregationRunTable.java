package io.commerceroutes.adapters.ranking;

import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.PeriodWindow;
import io.commerceroutes.domain.ranking.RunOrigin;
import io.commerceroutes.domain.ranking.RunState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The table {@code aggregation_run}: requests and reads; its runs' progress is written by the SQL routes. */
public class AggregationRunTable implements AggregationLedger {
    private static final String COLUMNS = """
            SELECT run_id, period, period_start, period_end, origin, state, row_count, requested_at, started_at,
            progress, finished_at, error FROM aggregation_run
            """;

    private final JdbcTemplate jdbc;

    public AggregationRunTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long request(PeriodWindow window, RunOrigin origin) {
        GeneratedKeyHolder runId = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    PreparedStatement insert = connection.prepareStatement("""
                            INSERT INTO aggregation_run (period, period_start, period_end, origin, state, requested_at)
                            VALUES (?, ?, ?, ?, 'REQUESTED', UTC_TIMESTAMP(6))
                            """, Statement.RETURN_GENERATED_KEYS);
                    insert.setString(1, window.period().name());
                    insert.setObject(2, window.from());
                    insert.setObject(3, window.to());
                    insert.setString(4, origin.name());
                    return insert;
                },
                runId);
        return Objects.requireNonNull(runId.getKey()).longValue();
    }

    @Override
    public Optional<AggregationRun> find(long runId) {
        return jdbc.query(COLUMNS + " WHERE run_id = ?", (row, index) -> run(row), runId).stream()
                .findFirst();
    }

    @Override
    public Page page(int page, int size) {
        List<AggregationRun> items = jdbc.query(
                COLUMNS + " ORDER BY run_id DESC LIMIT ? OFFSET ?", (row, index) -> run(row), size, (long) page * size);
        Long total = jdbc.queryForObject("SELECT COUNT(*) FROM aggregation_run", Long.class);
        return new Page(items, total == null ? 0 : total);
    }

    private static AggregationRun run(ResultSet row) throws SQLException {
        return new AggregationRun(
                row.getLong("run_id"),
                new PeriodWindow(
                        Period.valueOf(row.getString("period")),
                        row.getObject("period_start", LocalDate.class),
                        row.getObject("period_end", LocalDate.class)),
                RunOrigin.valueOf(row.getString("origin")),
                RunState.valueOf(row.getString("state")),
                Columns.number(row, "row_count"),
                Columns.time(row, "requested_at"),
                Columns.time(row, "started_at"),
                row.getString("progress"),
                Columns.time(row, "finished_at"),
                row.getString("error"));
    }
}
