package io.commerceroutes.routes.ranking;

import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;
import static io.commerceroutes.routes.ranking.RunAggregationRoute.RUN_AGGREGATION;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.timer;

import io.commerceroutes.domain.ranking.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * refresh-stale: finds from data what is not shown as it is, whether missed, lost or changed by late events, and runs
 * it again; days first, since weeks and months are added up from them.
 */
public class RefreshStaleRoute extends RouteBuilder {
    public static final String SCHEDULE_REFRESH_STALE = "schedule-refresh-stale";
    public static final String CATCH_UP = "catch-up";
    public static final String REFRESH_STALE = "refresh-stale";
    public static final String RECOVER_RUNS = "recover-runs";
    public static final String RUN_DUE = "run-due";

    private final RequestingRuns requests;
    private final RankingSettings settings;
    private final Clock clock;

    public RefreshStaleRoute(RequestingRuns requests, RankingSettings settings, Clock clock) {
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configure() {
        // spotless:off
        from("quartz:ranking/refresh-stale?cron={{commerce.ranking.refresh-cron}}&stateful=true&trigger.timeZone={{commerce.metrics.zone}}")
            .routeId(SCHEDULE_REFRESH_STALE)
            .routeDescription("By the clock, looks for periods that late events touched.")
            .to(direct(REFRESH_STALE)).id("refresh-by-clock");

        from(timer(CATCH_UP)
                .delay("{{commerce.ranking.catch-up-delay-millis}}")
                .period("{{commerce.ranking.catch-up-period-millis}}")
                .repeatCount("{{commerce.ranking.catch-up-times}}"))
            .routeId(CATCH_UP)
            .routeDescription("After a start, catches up on the windows that were missed, while what was missed is counted.")
            .to(direct(REFRESH_STALE)).id("refresh-at-start");

        from(direct(REFRESH_STALE))
            .routeId(REFRESH_STALE)
            .routeDescription("Runs every window again that late events touched, and each that was missed.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .to(direct(RECOVER_RUNS)).id("to-" + RECOVER_RUNS)
            .setHeader("endedBefore").exchange(this::endedBefore).id("see-which-day-has-ended")
            .setHeader("weights").exchange(fired -> settings.weights().label()).id("see-weights")
            .setHeader("daysMax", simple("{{commerce.ranking.refresh-days-max}}", Integer.class)).id("read-days-max")
            .setHeader("retryMinutes", simple("{{commerce.ranking.retry-minutes}}", Integer.class)).id("read-retry-minutes")
            .to(sql("classpath:sql/ranking/due-days.sql")).id("find-due-days")
            .to(direct(RUN_DUE)).id("run-due-days")
            .to(sql("classpath:sql/ranking/due-weeks.sql")).id("find-due-weeks")
            .to(direct(RUN_DUE)).id("run-due-weeks")
            .to(sql("classpath:sql/ranking/due-months.sql")).id("find-due-months")
            .to(direct(RUN_DUE)).id("run-due-months");

        from(direct(RECOVER_RUNS))
            .routeId(RECOVER_RUNS)
            .routeDescription("Ends runs that say nothing any more and requests them again.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .setHeader("attemptsMax", simple("{{commerce.ranking.attempts-max}}", Integer.class)).id("read-attempts-max")
            .to(sql("classpath:sql/ranking/end-lost-runs.sql").noop(true)).id("end-lost-runs")
            .to(sql("classpath:sql/ranking/repeat-lost-runs.sql").noop(true)).id("repeat-lost-runs");

        from(direct(RUN_DUE))
            .routeId(RUN_DUE)
            .routeDescription("Requests and runs each window that was found due.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .split(body()).id("each-due-window")
                .setBody().exchange(this::request).id("request-due-window")
                .to(direct(RUN_AGGREGATION)).id("run-due-window")
            .end();
        // spotless:on
    }

    private Object endedBefore(Exchange exchange) {
        return settings.calendar().dayOf(clock.instant().minus(settings.grace()));
    }

    private Object request(Exchange exchange) {
        Map<?, ?> window = exchange.getMessage().getBody(Map.class);
        return requests.refresh(
                Period.valueOf((String) window.get("period")), LocalDate.parse((String) window.get("day")));
    }
}
