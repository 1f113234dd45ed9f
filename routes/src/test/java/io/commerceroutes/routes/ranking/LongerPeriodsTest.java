package io.commerceroutes.routes.ranking;

import static io.commerceroutes.routes.ranking.Statements.changing;
import static io.commerceroutes.routes.ranking.Statements.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunOrigin;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Weeks and months are added up from days, which are closed first. */
class LongerPeriodsTest extends RunTest {
    @Test
    void a_week_closes_its_days_first_each_as_a_run_of_its_own() {
        statements.answer("days-to-close", days("2026-12-31", "2027-01-01"));

        run(Period.WEEKLY, "2026-12-28");

        assertThat(statements.executed())
                .containsSubsequence(
                        "days-to-close",
                        "fill-day",
                        "end-run",
                        "fill-day",
                        "end-run",
                        "see-days-revision",
                        "hold-window",
                        "clear-week",
                        "fill-week",
                        "rank-week",
                        "swap-in",
                        "end-run");
        assertThat(runs.all())
                .extracting(AggregationRun::origin)
                .containsExactlyInAnyOrder(RunOrigin.OPERATOR, RunOrigin.PERIOD, RunOrigin.PERIOD);
        assertThat(statements.progress())
                .containsExactly(
                        "adding up",
                        "ranking",
                        "closed 1 of 2 days",
                        "adding up",
                        "ranking",
                        "closed 2 of 2 days",
                        "adding up",
                        "ranking");
        assertThat(statements.parametersOf("fill-week"))
                .containsEntry("periodStart", LocalDate.parse("2026-12-28"))
                .containsEntry("periodEnd", LocalDate.parse("2027-01-03"));
    }

    @Test
    void a_week_with_a_day_that_cannot_be_closed_is_not_ranked() {
        statements.answer("days-to-close", days("2026-12-31", "2027-01-01"));
        statements.answer("rank-day", exchange -> {
            throw new DataAccessResourceFailureException("away");
        });

        run(Period.WEEKLY, "2026-12-28");

        assertThat(statements.executed())
                .doesNotContain("fill-week", "rank-week")
                .containsOnlyOnce("fill-day");
        assertThat(statements.parametersOf("end-run"))
                .containsEntry("period", "WEEKLY")
                .containsEntry("state", "FAILED")
                .extractingByKey("error")
                .asString()
                .isEqualTo("Run 2 of a day failed");
    }

    @Test
    void a_week_with_a_day_that_a_younger_run_closes_is_left_to_the_next_refresh() {
        statements.answer("days-to-close", days("2026-12-31", "2027-01-01"));
        statements.answer("hold-window", changing(0));

        run(Period.WEEKLY, "2026-12-28");

        assertLeftToRefresh();
    }

    @Test
    void a_week_with_a_day_that_another_instance_took_is_left_to_the_next_refresh() {
        statements.answer("days-to-close", days("2026-12-31", "2027-01-01"));
        statements.answer(
                "claim-run",
                exchange -> changing("WEEKLY".equals(RunParameters.of(exchange).get("period")) ? 1 : 0)
                        .accept(exchange));

        run(Period.WEEKLY, "2026-12-28");

        assertLeftToRefresh();
    }

    private void assertLeftToRefresh() {
        assertThat(statements.executed()).doesNotContain("rank-day", "fill-week", "rank-week", "swap-in");
        assertThat(statements.parametersOf("end-run"))
                .containsEntry("period", "WEEKLY")
                .containsEntry("state", "SUPERSEDED");
    }

    @Test
    void a_month_is_added_up_from_days() {
        run(Period.MONTHLY, "2026-12-01");

        assertThat(statements.executed())
                .containsSubsequence("days-to-close", "clear-month", "fill-month", "rank-month", "swap-in", "end-run");
        assertThat(statements.parametersOf("fill-month")).containsEntry("periodEnd", LocalDate.parse("2026-12-31"));
    }
}
