package io.commerceroutes.routes.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.RunOrigin;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** What was missed, lost or changed is found from data and run again. */
class RefreshStaleRouteTest extends RunTest {
    @BeforeEach
    void findNothing() {
        nothingIsDue();
    }

    @ParameterizedTest
    @ValueSource(strings = {RefreshStaleRoute.SCHEDULE_REFRESH_STALE, RefreshStaleRoute.CATCH_UP})
    void days_are_run_before_the_weeks_and_months_that_are_added_up_from_them(String trigger) {
        statements.answer("due-days", Statements.windows("DAILY", "2027-01-01", "2027-01-02"));
        statements.answer("due-weeks", Statements.windows("WEEKLY", "2026-12-28"));
        statements.answer("due-months", Statements.windows("MONTHLY", "2027-01-01"));

        producer.sendBody(triggerOf(trigger), null);

        assertThat(statements.executed())
                .containsSubsequence(
                        "end-lost-runs",
                        "repeat-lost-runs",
                        "due-days",
                        "rank-day",
                        "rank-day",
                        "due-weeks",
                        "rank-week",
                        "due-months",
                        "rank-month");
        assertThat(runs.all())
                .extracting(run -> run.window().label())
                .containsExactly("2027-01-01", "2027-01-02", "2026-W53", "2027-01");
        assertThat(runs.all()).extracting(AggregationRun::origin).containsOnly(RunOrigin.REFRESH);
    }

    @Test
    void only_days_that_have_ended_are_looked_for_as_far_back_as_the_setting_says() {
        producer.sendBody(triggerOf(RefreshStaleRoute.SCHEDULE_REFRESH_STALE), null);

        assertThat(statements.headersOf("due-days"))
                .containsEntry("endedBefore", LocalDate.parse("2027-01-04"))
                .containsEntry("weights", "0.1/0.2/0.6")
                .containsEntry("daysMax", 400)
                .containsEntry("retryMinutes", 5);
        assertThat(statements.headersOf("repeat-lost-runs")).containsEntry("attemptsMax", 3);
    }

    @Test
    void a_window_that_fails_does_not_keep_the_others_from_being_run() {
        statements.answer("due-days", Statements.windows("DAILY", "2027-01-01", "2027-01-02"));
        statements.answer("fill-day", exchange -> {
            throw new DataAccessResourceFailureException("away");
        });

        producer.sendBody(triggerOf(RefreshStaleRoute.SCHEDULE_REFRESH_STALE), null);

        assertThat(statements.executed().stream().filter("fill-day"::equals)).hasSize(2);
        assertThat(statements.executed()).contains("due-weeks", "due-months");
    }

    @Test
    void a_refresh_that_fails_itself_is_left_to_the_next() {
        statements.answer("due-days", exchange -> {
            throw new DataAccessResourceFailureException("away");
        });

        producer.sendBody(triggerOf(RefreshStaleRoute.SCHEDULE_REFRESH_STALE), null);

        assertThat(statements.executed()).contains("due-days").doesNotContain("due-weeks");
    }

    @Test
    void a_closed_day_refreshes_the_week_and_the_month_it_lies_in() {
        statements.answer("due-weeks", Statements.windows("WEEKLY", "2026-12-28"));

        producer.sendBody(triggerOf(CloseDayRoute.SCHEDULE_CLOSE_DAY), null);

        assertThat(statements.executed()).containsSubsequence("rank-day", "end-run", "due-weeks", "rank-week");
    }
}
