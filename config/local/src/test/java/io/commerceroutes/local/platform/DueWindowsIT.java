package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.PeriodWindow;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What makes a day, a week or a month due again, on one day of a year in which no other test counts anything. */
@OnSharedCollector
class DueWindowsIT {
    private static final LocalDate DAY = LocalDate.parse("2024-02-29");
    private static final LocalDate AFTERWARDS = LocalDate.parse("2024-04-01");
    private static final int REVISION = 3;
    private static final String WEIGHTS = "0.1/0.2/0.6";

    private final JdbcTemplate database;

    DueWindowsIT(RunningCollector collector) {
        this.database = collector.database();
    }

    @BeforeEach
    void countSomething() {
        database.update("INSERT INTO day_revision VALUES (?, ?)", DAY, REVISION);
    }

    @AfterEach
    void forget() {
        database.update("DELETE FROM day_revision WHERE metric_date = ?", DAY);
        database.update("DELETE FROM aggregation_window WHERE period_start BETWEEN '2024-01-01' AND '2024-12-31'");
        forgetRuns();
    }

    @ParameterizedTest
    @EnumSource
    void a_window_that_was_never_ranked_is_due(Period period) {
        closeDayFor(period);

        assertThat(isDue(period, AFTERWARDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_window_that_is_shown_as_it_is_is_not_due(Period period) {
        closeDayFor(period);
        show(period, REVISION, true);

        assertThat(isDue(period, AFTERWARDS)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_window_whose_counts_have_changed_since_is_due(Period period) {
        closeDayFor(period);
        show(period, REVISION - 1, true);

        assertThat(isDue(period, AFTERWARDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_window_that_was_ranked_by_other_weights_is_due(Period period) {
        closeDayFor(period);
        show(period, REVISION, true);
        database.update(
                "UPDATE aggregation_window SET weights = '0.1/0.2/0.7' WHERE period = ? AND period_start = ?",
                period.name(),
                period.windowOf(DAY).from());

        assertThat(isDue(period, AFTERWARDS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"DAILY, 2024-02-29, 2024-03-01", "WEEKLY, 2024-03-03, 2024-03-04", "MONTHLY, 2024-02-29, 2024-03-01"})
    void a_window_ranked_while_it_ran_is_due_once_it_has_ended(Period period, LocalDate lastDay, LocalDate dayAfter) {
        closeDayFor(period);
        show(period, REVISION, false);

        assertThat(isDue(period, lastDay)).isFalse();
        assertThat(isDue(period, dayAfter)).isTrue();
    }

    @Test
    void a_day_that_runs_is_not_due() {
        assertThat(isDue(Period.DAILY, DAY)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_window_that_failed_is_left_alone_for_some_minutes(Period period) {
        closeDayFor(period);
        fail(period, 4);
        assertThat(isDue(period, AFTERWARDS)).isFalse();

        forgetRuns();
        fail(period, 6);
        assertThat(isDue(period, AFTERWARDS)).isTrue();
    }

    /** Weeks and months are added up from closed days. */
    private void closeDayFor(Period period) {
        if (period != Period.DAILY) {
            show(Period.DAILY, REVISION, true);
        }
    }

    private void show(Period period, int revision, boolean complete) {
        PeriodWindow window = period.windowOf(DAY);
        database.update(
                "INSERT INTO aggregation_window"
                        + " (period, period_start, period_end, fence, current_version, revision, complete, weights,"
                        + " generated_at) VALUES (?, ?, ?, 1, 1, ?, ?, ?, '2024-03-01')",
                period.name(),
                window.from(),
                window.to(),
                revision,
                complete,
                WEIGHTS);
    }

    private void fail(Period period, int minutesAgo) {
        PeriodWindow window = period.windowOf(DAY);
        database.update(
                "INSERT INTO aggregation_run"
                        + " (period, period_start, period_end, origin, state, requested_at, finished_at) VALUES"
                        + " (?, ?, ?, 'REFRESH', 'FAILED', '2024-03-01', UTC_TIMESTAMP(6) - INTERVAL ? MINUTE)",
                period.name(),
                window.from(),
                window.to(),
                minutesAgo);
    }

    private void forgetRuns() {
        database.update("DELETE FROM aggregation_run WHERE period_start BETWEEN '2024-01-01' AND '2024-12-31'");
    }

    private boolean isDue(Period period, LocalDate endedBefore) {
        String statement = Map.of(Period.DAILY, "due-days", Period.WEEKLY, "due-weeks", Period.MONTHLY, "due-months")
                .get(period);
        String start = period.windowOf(DAY).from().toString();
        return new RankingStatement(statement)
                        .query(
                                database,
                                Map.of(
                                        "endedBefore",
                                        endedBefore,
                                        "weights",
                                        WEIGHTS,
                                        "daysMax",
                                        400,
                                        "retryMinutes",
                                        5))
                        .stream()
                        .anyMatch(row -> start.equals(row.get("day")));
    }
}
