package io.commerceroutes.routes.ranking;

import static io.commerceroutes.routes.ranking.CloseDayRoute.CLOSE_DAY;
import static io.commerceroutes.routes.ranking.RankMonthRoute.RANK_MONTH;
import static io.commerceroutes.routes.ranking.RankWeekRoute.RANK_WEEK;
import static io.commerceroutes.routes.ranking.RunErrors.LEFT_TO_RUN;
import static io.commerceroutes.routes.ranking.RunErrors.WAITS_FOR_WINDOW;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.timer;

import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.RunState;
import io.commerceroutes.domain.ranking.SupersededRunException;
import java.time.Clock;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.sql.SqlConstants;

/**
 * One run, whoever asked for it: claim it, fence its window, aggregate, show, and write down how it ended. Takes the
 * run's id; leaves its parameters as the body, with the state it ended in.
 */
public class RunAggregationRoute extends RouteBuilder {
    public static final String RUN_AGGREGATION = "run-aggregation";
    public static final String RUN_REQUESTED = "run-requested";
    public static final String OPEN_WINDOW = "open-window";
    public static final String AGGREGATE_WINDOW = "aggregate-window";
    public static final String NOTE_PROGRESS = "note-progress";
    public static final String SWAP_IN = "swap-in";

    private final AggregationLedger ledger;
    private final RankingSettings settings;
    private final Clock clock;
    private final RunTally tally;

    public RunAggregationRoute(AggregationLedger ledger, RankingSettings settings, Clock clock, RunTally tally) {
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
        this.tally = tally;
    }

    @Override
    public void configure() {
        // spotless:off
        from(timer(RUN_REQUESTED).period("{{commerce.ranking.tick-millis}}"))
            .routeId(RUN_REQUESTED)
            .routeDescription("Finds the runs that were requested and starts them.")
            .setHeader("graceSeconds", constant("{{commerce.ranking.request-grace-seconds}}")).id("read-grace")
            .to(sql("classpath:sql/ranking/next-runs.sql")).id("next-runs")
            .split(body()).id("each-run")
                .setBody(simple("${body[run_id]}")).id("take-run-id")
                .to(direct(RUN_AGGREGATION)).id("start-" + RUN_AGGREGATION)
            .end();

        from(direct(RUN_AGGREGATION))
            .routeId(RUN_AGGREGATION)
            .routeDescription("Claims a run, aggregates its window and writes down how it ended.")
            .process(new RunParameters(ledger, settings, clock)).id("read-run")
            .to(sql("classpath:sql/ranking/claim-run.sql").noop(true)).id("claim-run")
            .filter(header(SqlConstants.SQL_UPDATE_COUNT).isEqualTo(1)).id("if-claimed")
                .doTry()
                    .to(direct(OPEN_WINDOW)).id("to-" + OPEN_WINDOW)
                    .to(direct(AGGREGATE_WINDOW)).id("to-" + AGGREGATE_WINDOW)
                    .process(RunParameters::done).id("note-done")
                .doCatch(SupersededRunException.class)
                    .process(exchange -> RunParameters.ended(exchange, RunState.SUPERSEDED)).id("note-superseded")
                .doCatch(Exception.class)
                    .process(exchange -> RunParameters.ended(exchange, RunState.FAILED)).id("note-failure")
                    .log(LoggingLevel.ERROR, "Run ${body[runId]} failed: ${exception.stacktrace}").id("log-failure")
                .end()
                .to(sql("classpath:sql/ranking/end-run.sql").noop(true)).id("end-run")
                .process(exchange -> RunParameters.tell(exchange, tally, clock.instant())).id("tally-run")
                .to(sql("classpath:sql/ranking/prune-versions.sql").noop(true)).id("prune-versions")
            .end();

        from(direct(OPEN_WINDOW))
            .routeId(OPEN_WINDOW)
            .routeDescription("Fences the window, as soon as the run that writes it now is done with that.")
            .routeConfigurationId(WAITS_FOR_WINDOW)
            .to(sql("classpath:sql/ranking/open-window.sql").noop(true)).id("fence-window");

        from(direct(AGGREGATE_WINDOW))
            .routeId(AGGREGATE_WINDOW)
            .routeDescription("Chooses by period: close a day, rank a week or rank a month.")
            .routeConfigurationId(LEFT_TO_RUN)
            .choice().id("by-period")
                .when(simple("${body[period]} == 'DAILY'")).id("if-daily")
                    .to(direct(CLOSE_DAY)).id("to-" + CLOSE_DAY)
                .when(simple("${body[period]} == 'WEEKLY'")).id("if-weekly")
                    .to(direct(RANK_WEEK)).id("to-" + RANK_WEEK)
                .otherwise().id("if-monthly")
                    .to(direct(RANK_MONTH)).id("to-" + RANK_MONTH)
            .end();

        from(direct(NOTE_PROGRESS))
            .routeId(NOTE_PROGRESS)
            .routeDescription("Says that the run goes on, and stops it where another took over.")
            .routeConfigurationId(LEFT_TO_RUN)
            .to(sql("classpath:sql/ranking/note-progress.sql").noop(true)).id("write-progress")
            .process(new Fencing()).id("refuse-lost");

        from(direct(SWAP_IN))
            .routeId(SWAP_IN)
            .routeDescription("Shows readers the new version, all of it at once.")
            .routeConfigurationId(LEFT_TO_RUN)
            .to(sql("classpath:sql/ranking/swap-in.sql").noop(true)).id("show-version")
            .process(new Fencing()).id("refuse-superseded");
        // spotless:on
    }
}
