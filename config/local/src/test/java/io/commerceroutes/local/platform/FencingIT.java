package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.ranking.AggregationRunTable;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunOrigin;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that only the window's own run may change a row with, run as its flow runs them. */
@OnSharedCollector
class FencingIT {
    private static final LocalDate DAY = LocalDate.parse("2026-03-25");

    private final JdbcTemplate database;
    private long runId;

    FencingIT(RunningCollector collector) {
        this.database = collector.database();
    }

    @BeforeEach
    void openWindow() {
        runId = new AggregationRunTable(database).request(Period.DAILY.windowOf(DAY), RunOrigin.PERIOD);
        database.update("UPDATE aggregation_run SET state = 'RUNNING' WHERE run_id = ?", runId);
        database.update("DELETE FROM aggregation_window WHERE period_start = ?", DAY);
        assertThat(execute("open-window")).isOne();
    }

    @ParameterizedTest
    @CsvSource({"hold-window", "swap-in"})
    void the_windows_own_run_may_go_on(String statement) {
        assertThat(execute(statement)).isOne();
    }

    @ParameterizedTest
    @CsvSource({"hold-window", "swap-in"})
    void a_run_that_a_younger_one_has_overtaken_may_not(String statement) {
        database.update("UPDATE aggregation_window SET fence = fence + 1 WHERE period_start = ?", DAY);

        assertThat(execute(statement)).isZero();
        execute("open-window");
        assertThat(execute(statement)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"hold-window", "swap-in", "note-progress"})
    void a_run_that_counts_as_lost_may_not(String statement) {
        database.update("UPDATE aggregation_run SET state = 'LOST' WHERE run_id = ?", runId);

        assertThat(execute(statement)).isZero();
    }

    @Test
    void what_a_run_that_counts_as_lost_ranked_all_the_same_is_removed_when_it_ends() {
        rank();
        database.update("UPDATE aggregation_run SET state = 'LOST' WHERE run_id = ?", runId);

        assertThat(execute("prune-versions")).isOne();
    }

    @Test
    void what_is_shown_is_not_removed() {
        rank();
        assertThat(execute("swap-in")).isOne();
        database.update("UPDATE aggregation_run SET state = 'LOST' WHERE run_id = ?", runId);

        assertThat(execute("prune-versions")).isZero();
    }

    private void rank() {
        database.update("INSERT INTO product_ranking VALUES ('DAILY', ?, 1, ?, 900, 0.1, 1, 0, 0, 0, 0)", runId, DAY);
    }

    private int execute(String statement) {
        return new RankingStatement(statement)
                .update(
                        database,
                        Map.of(
                                "runId",
                                runId,
                                "period",
                                "DAILY",
                                "periodStart",
                                DAY,
                                "periodEnd",
                                DAY,
                                "revision",
                                1,
                                "complete",
                                true,
                                "weights",
                                "0.1/0.2/0.6",
                                "progress",
                                "ranking",
                                "leaseSeconds",
                                60));
    }
}
