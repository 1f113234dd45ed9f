package io.commerceroutes.routes.ranking;

import static io.commerceroutes.routes.ranking.CloseDaysRoute.CLOSE_DAYS;
import static io.commerceroutes.routes.ranking.RunAggregationRoute.NOTE_PROGRESS;
import static io.commerceroutes.routes.ranking.RunAggregationRoute.RUN_AGGREGATION;
import static io.commerceroutes.routes.ranking.RunAggregationRoute.SWAP_IN;
import static io.commerceroutes.routes.ranking.RunErrors.LEFT_TO_RUN;
import static io.commerceroutes.routes.ranking.RunParameters.PROGRESS;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;

import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/** rank-month: closes the month's days where that is due, adds them up and ranks the month. */
public class RankMonthRoute extends RouteBuilder {
    public static final String SCHEDULE_RANK_MONTH = "schedule-rank-month";
    public static final String RANK_MONTH = "rank-month";
    public static final String WRITE_MONTH = "write-month";

    private final RequestingRuns requests;

    public RankMonthRoute(RequestingRuns requests) {
        this.requests = requests;
    }

    @Override
    public void configure() {
        // spotless:off
        from("quartz:ranking/rank-month?cron={{commerce.ranking.rank-month-cron}}&stateful=true&trigger.timeZone={{commerce.metrics.zone}}")
            .routeId(SCHEDULE_RANK_MONTH)
            .routeDescription("Once a month, runs the month that has ended.")
            .setBody().exchange(fired -> requests.lastEnded(Period.MONTHLY)).id("request-last-month")
            .to(direct(RUN_AGGREGATION)).id("run-last-month");

        from(direct(RANK_MONTH))
            .routeId(RANK_MONTH)
            .routeDescription("Closes a month's days, adds them up and ranks the products.")
            .routeConfigurationId(LEFT_TO_RUN)
            .to(direct(CLOSE_DAYS)).id("close-days-of-month")
            .to(sql("classpath:sql/ranking/see-days-revision.sql").outputType("SelectOne").outputHeader("revision")).id("see-month-revision")
            .setHeader(PROGRESS, constant("adding up")).id("add-up-month")
            .to(direct(NOTE_PROGRESS)).id("note-adding-up-month")
            .to(direct(WRITE_MONTH)).id("to-" + WRITE_MONTH)
            .setHeader(PROGRESS, constant("ranking")).id("go-on-ranking-month")
            .to(direct(NOTE_PROGRESS)).id("note-ranking-month")
            .to(sql("classpath:sql/ranking/rank-month.sql").noop(true)).id("rank-products-of-month")
            .to(direct(SWAP_IN)).id("swap-in-month");

        from(direct(WRITE_MONTH))
            .routeId(WRITE_MONTH)
            .routeDescription("Writes a month's sums in one transaction, unless another run holds it.")
            .routeConfigurationId(LEFT_TO_RUN)
            .transacted(Transactions.JDBC)
            .to(sql("classpath:sql/ranking/hold-window.sql").noop(true)).id("hold-month")
            .process(new Fencing()).id("refuse-superseded-month")
            .to(sql("classpath:sql/ranking/clear-month.sql").noop(true)).id("clear-month")
            .to(sql("classpath:sql/ranking/fill-month.sql").noop(true)).id("fill-month");
        // spotless:on
    }
}
