package io.commerceroutes.routes.ranking;

import static io.commerceroutes.routes.ranking.Statements.changing;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class RunAggregationRouteTest extends RunTest {
    @Test
    void a_day_is_fenced_read_written_in_one_transaction_ranked_and_shown() {
        run(Period.DAILY, "2027-01-03");

        assertThat(statements.executed())
                .containsExactly(
                        "claim-run",
                        "open-window",
                        "see-day-revision",
                        "note-progress",
                        "hold-window",
                        "clear-day",
                        "fill-day",
                        "note-progress",
                        "rank-day",
                        "swap-in",
                        "end-run",
                        "prune-versions");
        assertThat(transactions.commits()).isOne();
        assertThat(tallies.runs()).containsExactly("DAILY DONE PT0S");
        assertThat(statements.parametersOf("end-run"))
                .containsEntry("state", "DONE")
                .containsEntry("complete", true);
        assertThat(statements.parametersOf("rank-day"))
                .containsEntry("periodStart", LocalDate.parse("2027-01-03"))
                .containsEntry("viewWeight", new BigDecimal("0.1"));
    }

    @Test
    void a_day_that_still_runs_is_not_complete() {
        run(Period.DAILY, "2027-01-04");

        assertThat(statements.parametersOf("swap-in")).containsEntry("complete", false);
    }

    @Test
    void a_run_that_another_instance_took_is_left_alone() {
        statements.answer("claim-run", changing(0));

        run(Period.DAILY, "2027-01-03");

        assertThat(statements.executed()).containsExactly("claim-run");
        assertThat(tallies.runs()).isEmpty();
    }

    @Test
    void a_run_that_counts_as_lost_goes_no_further() {
        statements.answer("note-progress", changing(0));

        run(Period.DAILY, "2027-01-03");

        assertThat(statements.executed()).doesNotContain("hold-window", "rank-day", "swap-in");
        assertThat(transactions.commits()).isZero();
    }

    @Test
    void a_run_that_lost_its_window_before_writing_writes_nothing() {
        statements.answer("hold-window", changing(0));

        run(Period.DAILY, "2027-01-03");

        assertThat(statements.executed())
                .doesNotContain("clear-day", "rank-day", "swap-in")
                .contains("end-run");
        assertThat(transactions.rollbacks()).isOne();
        assertThat(statements.parametersOf("end-run")).containsEntry("state", "SUPERSEDED");
    }

    @Test
    void a_run_that_lost_its_window_while_ranking_is_not_shown() {
        statements.answer("swap-in", changing(0));

        run(Period.MONTHLY, "2026-12-01");

        assertThat(statements.parametersOf("end-run")).containsEntry("state", "SUPERSEDED");
    }

    @Test
    void a_run_waits_for_another_that_is_writing_its_window() {
        AtomicInteger tries = new AtomicInteger();
        statements.answer("open-window", exchange -> {
            if (tries.incrementAndGet() < 4) {
                throw TechnicalFailure.conflict();
            }
            changing(1).accept(exchange);
        });

        run(Period.DAILY, "2027-01-03");

        assertThat(tries).hasValue(4);
        assertThat(statements.parametersOf("end-run")).containsEntry("state", "DONE");
    }

    @Test
    void a_run_whose_window_cannot_be_fenced_for_another_reason_does_not_wait() {
        AtomicInteger tries = new AtomicInteger();
        statements.answer("open-window", exchange -> {
            tries.incrementAndGet();
            throw new DataAccessResourceFailureException("away");
        });

        run(Period.DAILY, "2027-01-03");

        assertThat(tries).hasValue(1);
        assertThat(statements.parametersOf("end-run")).containsEntry("state", "FAILED");
    }

    @Test
    void a_run_that_fails_is_noted_with_its_reason_and_rolled_back() {
        statements.answer("fill-day", exchange -> {
            throw new DataAccessResourceFailureException("x".repeat(600));
        });

        run(Period.DAILY, "2027-01-03");

        assertThat(statements.executed()).doesNotContain("rank-day", "swap-in").contains("prune-versions");
        assertThat(transactions.rollbacks()).isOne();
        assertThat(tallies.runs()).containsExactly("DAILY FAILED PT0S");
        assertThat(statements.parametersOf("end-run"))
                .containsEntry("state", "FAILED")
                .extractingByKey("error")
                .asString()
                .hasSize(500);
    }
}
