package io.commerceroutes.routes.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunOrigin;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What starts runs: the clock for windows that have ended, and a tick for what operators request. */
class TriggeredRunsTest extends RunTest {
    @Test
    void the_clock_runs_the_last_window_that_has_ended() {
        nothingIsDue();
        producer.sendBody(triggerOf(CloseDayRoute.SCHEDULE_CLOSE_DAY), null);
        producer.sendBody(triggerOf(RankWeekRoute.SCHEDULE_RANK_WEEK), null);
        producer.sendBody(triggerOf(RankMonthRoute.SCHEDULE_RANK_MONTH), null);

        assertThat(runs.all())
                .extracting(run -> run.window().label())
                .containsExactlyInAnyOrder("2027-01-03", "2026-W53", "2026-12");
        assertThat(runs.all()).extracting(AggregationRun::origin).containsOnly(RunOrigin.SCHEDULE);
        assertThat(statements.executed()).contains("rank-day", "rank-week", "rank-month");
    }

    @Test
    void a_tick_starts_what_was_requested() {
        long first = runs.request(Period.DAILY.windowOf(LocalDate.parse("2027-01-03")), RunOrigin.OPERATOR);
        long second = runs.request(Period.DAILY.windowOf(LocalDate.parse("2027-01-02")), RunOrigin.OPERATOR);
        statements.answer(
                "next-runs",
                exchange -> exchange.getMessage().setBody(List.of(Map.of("run_id", first), Map.of("run_id", second))));

        producer.sendBody(triggerOf(RunAggregationRoute.RUN_REQUESTED), null);

        assertThat(statements.executed().stream().filter("end-run"::equals)).hasSize(2);
    }
}
