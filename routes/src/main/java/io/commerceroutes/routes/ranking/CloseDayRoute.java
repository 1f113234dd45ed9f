package io.commerceroutes.routes.ranking;

import static io.commerceroutes.routes.ranking.RefreshStaleRoute.REFRESH_STALE;
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

/**
 * close-day: shortly after midnight the day's counts become its daily metrics and its ranking; the week and the month
 * that it lies in are refreshed with it.
 */
public class CloseDayRoute extends RouteBuilder {
    public static final String SCHEDULE_CLOSE_DAY = "schedule-close-day";
    public static final String CLOSE_DAY = "close-day";
    public static final String WRITE_DAY = "write-day";

    private final RequestingRuns requests;

    public CloseDayRoute(RequestingRuns requests) {
        this.requests = requests;
    }

    @Override
    public void configure() {
        // spotless:off
        from("quartz:ranking/close-day?cron={{commerce.ranking.close-day-cron}}&stateful=true&trigger.timeZone={{commerce.metrics.zone}}")
            .routeId(SCHEDULE_CLOSE_DAY)
            .routeDescription("Every day at midnight and some grace, closes the day that has ended.")
            .setBody().exchange(fired -> requests.lastEnded(Period.DAILY)).id("request-last-day")
            .to(direct(RUN_AGGREGATION)).id("run-last-day")
            .to(direct(REFRESH_STALE)).id("refresh-running-week-and-month");

        from(direct(CLOSE_DAY))
            .routeId(CLOSE_DAY)
            .routeDescription("Adds up a day's counts and ranks the products.")
            .routeConfigurationId(LEFT_TO_RUN)
            .to(sql("classpath:sql/ranking/see-day-revision.sql").outputType("SelectOne").outputHeader("revision")).id("see-day-revision")
            .setHeader(PROGRESS, constant("adding up")).id("add-up-day")
            .to(direct(NOTE_PROGRESS)).id("note-adding-up-day")
            .to(direct(WRITE_DAY)).id("to-" + WRITE_DAY)
            .setHeader(PROGRESS, constant("ranking")).id("go-on-ranking-day")
            .to(direct(NOTE_PROGRESS)).id("note-ranking-day")
            .to(sql("classpath:sql/ranking/rank-day.sql").noop(true)).id("rank-day")
            .to(direct(SWAP_IN)).id("swap-in-day");

        from(direct(WRITE_DAY))
            .routeId(WRITE_DAY)
            .routeDescription("Writes a day's sums in one transaction, unless another run holds it.")
            .routeConfigurationId(LEFT_TO_RUN)
            .transacted(Transactions.JDBC)
            .to(sql("classpath:sql/ranking/hold-window.sql").noop(true)).id("hold-day")
            .process(new Fencing()).id("refuse-superseded-day")
            .to(sql("classpath:sql/ranking/clear-day.sql").noop(true)).id("clear-day")
            .to(sql("classpath:sql/ranking/fill-day.sql").noop(true)).id("fill-day");
        // spotless:on
    }
}
