package io.commerceroutes.routes.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import io.commerceroutes.adapters.sql.RollbackOnFailure;
import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.PeriodWindow;
import io.commerceroutes.domain.ranking.RunOrigin;
import io.commerceroutes.domain.ranking.RunState;
import io.commerceroutes.domain.ranking.ScoreWeights;
import io.commerceroutes.routes.metrics.RecordingTransactions;
import io.commerceroutes.routes.transaction.Transactions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.EnableRouteCoverage;
import org.apache.camel.test.spring.junit5.MockEndpointsAndSkip;
import org.apache.camel.test.spring.junit5.UseAdviceWith;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** The flows of a run with their statements replaced by mocks that answer how many rows they changed. */
@CamelSpringBootTest
@SpringBootTest(
        classes = RunningAggregationsTest.Flows.class,
        properties = {
            "commerce.metrics.zone=Asia/Seoul",
            "commerce.ranking.tick-millis=1000",
            "commerce.ranking.request-grace-seconds=60",
            "commerce.ranking.close-day-cron=0+5+0+*+*+?",
            "commerce.ranking.rank-week-cron=0+10+0+?+*+MON",
            "commerce.ranking.rank-month-cron=0+20+0+1+*+?"
        })
@MockEndpointsAndSkip("sql:.*")
@UseAdviceWith
@EnableRouteCoverage
@DirtiesContext
class RunningAggregationsTest {
    /** Monday, 4 January 2027, 00:10 in Seoul. */
    private static final Instant NOW = Instant.parse("2027-01-03T15:10:00Z");

    @Autowired
    private CamelContext context;

    @Autowired
    private ProducerTemplate producer;

    @Autowired
    private RecordingTransactions transactions;

    @MockitoBean
    private AggregationLedger ledger;

    private final List<String> statements = new ArrayList<>();
    private final Map<String, Map<String, Object>> parameters = new HashMap<>();
    private final Map<String, Consumer<Exchange>> answers = new HashMap<>();
    private final Map<Long, AggregationRun> runs = new HashMap<>();

    @BeforeEach
    void start() throws Exception {
        if (!context.isStarted()) {
            trigger(RunAggregationRoute.RUN_REQUESTED);
            trigger(CloseDayRoute.SCHEDULE_CLOSE_DAY);
            trigger(RankWeekRoute.SCHEDULE_RANK_WEEK);
            trigger(RankMonthRoute.SCHEDULE_RANK_MONTH);
            context.start();
        }
        reset(ledger);
        transactions.reset();
        when(ledger.request(any(), any())).thenAnswer(call -> requested(call.getArgument(0), call.getArgument(1)));
        when(ledger.find(anyLong())).thenAnswer(call -> Optional.ofNullable(runs.get(call.<Long>getArgument(0))));
        for (Endpoint endpoint : context.getEndpoints()) {
            if (endpoint instanceof MockEndpoint statement) {
                statement.whenAnyExchangeReceived(exchange -> execute(nameOf(statement), exchange));
            }
        }
    }

    @Test
    void a_day_is_fenced_read_written_in_one_transaction_ranked_and_shown() {
        run(Period.DAILY, "2027-01-03");

        assertThat(statements)
                .containsExactly(
                        "claim-run",
                        "open-window",
                        "see-day-revision",
                        "hold-window",
                        "clear-day",
                        "fill-day",
                        "rank-day",
                        "swap-in",
                        "end-run",
                        "prune-versions");
        assertThat(transactions.commits()).isOne();
        assertThat(parameters.get("end-run")).containsEntry("state", "DONE").containsEntry("complete", true);
        assertThat(parameters.get("rank-day"))
                .containsEntry("periodStart", LocalDate.parse("2027-01-03"))
                .containsEntry("viewWeight", new BigDecimal("0.1"));
    }

    @Test
    void a_day_that_still_runs_is_not_complete() {
        run(Period.DAILY, "2027-01-04");

        assertThat(parameters.get("swap-in")).containsEntry("complete", false);
    }

    @Test
    void a_run_that_another_instance_took_is_left_alone() {
        answers.put("claim-run", changing(0));

        run(Period.DAILY, "2027-01-03");

        assertThat(statements).containsExactly("claim-run");
    }

    @Test
    void a_run_that_lost_its_window_before_writing_writes_nothing() {
        answers.put("hold-window", changing(0));

        run(Period.DAILY, "2027-01-03");

        assertThat(statements)
                .doesNotContain("clear-day", "rank-day", "swap-in")
                .contains("end-run");
        assertThat(transactions.rollbacks()).isOne();
        assertThat(parameters.get("end-run")).containsEntry("state", "SUPERSEDED");
    }

    @Test
    void a_run_that_lost_its_window_while_ranking_is_not_shown() {
        answers.put("swap-in", changing(0));

        run(Period.MONTHLY, "2026-12-01");

        assertThat(parameters.get("end-run")).containsEntry("state", "SUPERSEDED");
    }

    @Test
    void a_run_that_fails_is_noted_with_its_reason_and_rolled_back() {
        answers.put("fill-day", exchange -> {
            throw new DataAccessResourceFailureException("x".repeat(600));
        });

        run(Period.DAILY, "2027-01-03");

        assertThat(statements).doesNotContain("rank-day", "swap-in").contains("prune-versions");
        assertThat(transactions.rollbacks()).isOne();
        assertThat(parameters.get("end-run"))
                .containsEntry("state", "FAILED")
                .extractingByKey("error")
                .asString()
                .hasSize(500);
    }

    @Test
    void a_week_closes_its_days_first_each_as_a_run_of_its_own() {
        answers.put("days-to-close", days("2026-12-31", "2027-01-01"));

        run(Period.WEEKLY, "2026-12-28");

        assertThat(statements)
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
        assertThat(runs.values())
                .extracting(AggregationRun::origin)
                .containsExactlyInAnyOrder(RunOrigin.OPERATOR, RunOrigin.PERIOD, RunOrigin.PERIOD);
        assertThat(parameters.get("fill-week"))
                .containsEntry("periodStart", LocalDate.parse("2026-12-28"))
                .containsEntry("periodEnd", LocalDate.parse("2027-01-03"));
    }

    @Test
    void a_week_with_a_day_that_cannot_be_closed_is_not_ranked() {
        answers.put("days-to-close", days("2026-12-31", "2027-01-01"));
        answers.put("rank-day", exchange -> {
            throw new DataAccessResourceFailureException("away");
        });

        run(Period.WEEKLY, "2026-12-28");

        assertThat(statements).doesNotContain("fill-week", "rank-week").containsOnlyOnce("fill-day");
        assertThat(parameters.get("end-run"))
                .containsEntry("period", "WEEKLY")
                .containsEntry("state", "FAILED")
                .extractingByKey("error")
                .asString()
                .contains("ended as FAILED");
    }

    @Test
    void a_month_is_added_up_from_days() {
        run(Period.MONTHLY, "2026-12-01");

        assertThat(statements)
                .containsSubsequence("days-to-close", "clear-month", "fill-month", "rank-month", "swap-in", "end-run");
        assertThat(parameters.get("fill-month")).containsEntry("periodEnd", LocalDate.parse("2026-12-31"));
    }

    @Test
    void the_clock_runs_the_last_window_that_has_ended() {
        producer.sendBody("direct:trigger-" + CloseDayRoute.SCHEDULE_CLOSE_DAY, null);
        producer.sendBody("direct:trigger-" + RankWeekRoute.SCHEDULE_RANK_WEEK, null);
        producer.sendBody("direct:trigger-" + RankMonthRoute.SCHEDULE_RANK_MONTH, null);

        assertThat(runs.values())
                .extracting(run -> run.window().label())
                .containsExactlyInAnyOrder("2027-01-03", "2026-W53", "2026-12");
        assertThat(runs.values()).extracting(AggregationRun::origin).containsOnly(RunOrigin.SCHEDULE);
        assertThat(statements).contains("rank-day", "rank-week", "rank-month");
    }

    @Test
    void a_tick_starts_what_was_requested() {
        long first = requested(Period.DAILY.windowOf(LocalDate.parse("2027-01-03")), RunOrigin.OPERATOR);
        long second = requested(Period.DAILY.windowOf(LocalDate.parse("2027-01-02")), RunOrigin.OPERATOR);
        answers.put(
                "next-runs",
                exchange -> exchange.getMessage().setBody(List.of(Map.of("run_id", first), Map.of("run_id", second))));

        producer.sendBody("direct:trigger-" + RunAggregationRoute.RUN_REQUESTED, null);

        assertThat(statements.stream().filter("end-run"::equals)).hasSize(2);
    }

    private void run(Period period, String day) {
        long runId = requested(period.windowOf(LocalDate.parse(day)), RunOrigin.OPERATOR);
        producer.sendBody("direct:" + RunAggregationRoute.RUN_AGGREGATION, runId);
    }

    private long requested(PeriodWindow window, RunOrigin origin) {
        long runId = runs.size() + 1L;
        runs.put(runId, new AggregationRun(runId, window, origin, RunState.REQUESTED, null, NOW, null, null, null));
        return runId;
    }

    private void execute(String statement, Exchange exchange) {
        statements.add(statement);
        if (exchange.getMessage().getBody() instanceof Map<?, ?> map) {
            Map<String, Object> copy = new HashMap<>();
            map.forEach((name, value) -> copy.put((String) name, value));
            parameters.put(statement, copy);
        }
        answers.getOrDefault(statement, changing(1)).accept(exchange);
    }

    private static Consumer<Exchange> changing(int rows) {
        return exchange -> exchange.getMessage().setHeader(SqlConstants.SQL_UPDATE_COUNT, rows);
    }

    private static Consumer<Exchange> days(String... days) {
        return exchange -> exchange.getMessage()
                .setHeader(
                        "days",
                        List.of(days).stream().map(day -> Map.of("day", day)).toList());
    }

    private static String nameOf(MockEndpoint statement) {
        return statement.getName().replaceFirst(".*/", "").replace(".sql", "");
    }

    private void trigger(String routeId) throws Exception {
        AdviceWith.adviceWith(context, routeId, route -> route.replaceFromWith("direct:trigger-" + routeId));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        RunAggregationRoute.class,
        RunErrors.class,
        CloseDayRoute.class,
        CloseDaysRoute.class,
        RankWeekRoute.class,
        RankMonthRoute.class,
        RequestingRuns.class
    })
    static class Flows {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        BusinessCalendar calendar() {
            return new BusinessCalendar(ZoneId.of("Asia/Seoul"));
        }

        @Bean
        RankingSettings settings(BusinessCalendar calendar) {
            return new RankingSettings(
                    calendar,
                    new ScoreWeights(new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.6")),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10));
        }

        @Bean
        DataSource dataSource() {
            return mock(DataSource.class);
        }

        @Bean
        RecordingTransactions transactionManager() {
            return new RecordingTransactions();
        }

        @Bean(Transactions.JDBC)
        RollbackOnFailure jdbcTransaction(RecordingTransactions transactions) {
            return new RollbackOnFailure(new TransactionTemplate(transactions));
        }
    }
}
