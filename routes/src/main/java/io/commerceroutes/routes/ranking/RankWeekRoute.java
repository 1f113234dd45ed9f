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

/** rank-week: closes the week's days where that is due, adds them up and ranks the week. */
public class RankWeekRoute extends RouteBuilder {
    public static final String SCHEDULE_RANK_WEEK = "schedule-rank-week";
    public static final String RANK_WEEK = "rank-week";
    public static final String WRITE_WEEK = "write-week";

    private final RequestingRuns requests;

    public RankWeekRoute(RequestingRuns requests) {
        this.requests = requests;
    }

    @Override
    public void configure() {
        // spotless:off
        from("quartz:ranking/rank-week?cron={{commerce.ranking.rank-week-cron}}&stateful=true&trigger.timeZone={{commerce.metrics.zone}}")
            .routeId(SCHEDULE_RANK_WEEK)
            .routeDescription("Once a week, runs the week that has ended.")
            .setBody().exchange(fired -> requests.lastEnded(Period.WEEKLY)).id("request-last-week")
            .to(direct(RUN_AGGREGATION)).id("run-last-week");

        from(direct(RANK_WEEK))
            .routeId(RANK_WEEK)
            .routeDescription("Closes a week's days, adds them up and ranks the products.")
            .routeConfigurationId(LEFT_TO_RUN)
            .to(direct(CLOSE_DAYS)).id("close-days-of-week")
            .to(sql("classpath:sql/ranking/see-days-revision.sql").outputType("SelectOne").outputHeader("revision")).id("see-week-revision")
            .setHeader(PROGRESS, constant("adding up")).id("add-up-week")
            .to(direct(NOTE_PROGRESS)).id("note-adding-up-week")
            .to(direct(WRITE_WEEK)).id("to-" + WRITE_WEEK)
            .setHeader(PROGRESS, constant("ranking")).id("go-on-ranking-week")
            .to(direct(NOTE_PROGRESS)).id("note-ranking-week")
            .to(sql("classpath:sql/ranking/rank-week.sql").noop(true)).id("rank-products-of-week")
            .to(direct(SWAP_IN)).id("swap-in-week");

        from(direct(WRITE_WEEK))
            .routeId(WRITE_WEEK)
            .routeDescription("Writes a week's sums in one transaction, unless another run holds it.")
            .routeConfigurationId(LEFT_TO_RUN)
            .transacted(Transactions.JDBC)
            .to(sql("classpath:sql/ranking/hold-window.sql").noop(true)).id("hold-week")
            .process(new Fencing()).id("refuse-superseded-week")
            .to(sql("classpath:sql/ranking/clear-week.sql").noop(true)).id("clear-week")
            .to(sql("classpath:sql/ranking/fill-week.sql").noop(true)).id("fill-week");
        // spotless:on
    }
}
