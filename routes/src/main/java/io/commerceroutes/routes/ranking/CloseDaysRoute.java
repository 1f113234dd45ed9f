package io.commerceroutes.routes.ranking;

import static io.commerceroutes.routes.ranking.RunAggregationRoute.NOTE_PROGRESS;
import static io.commerceroutes.routes.ranking.RunAggregationRoute.RUN_AGGREGATION;
import static io.commerceroutes.routes.ranking.RunErrors.LEFT_TO_RUN;
import static io.commerceroutes.routes.ranking.RunParameters.PROGRESS;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;

import io.commerceroutes.domain.ranking.RunState;
import io.commerceroutes.domain.ranking.SupersededRunException;
import java.time.LocalDate;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** close-days: the days that a week or month is added up from are closed first, each as a run of its own. */
public class CloseDaysRoute extends RouteBuilder {
    public static final String CLOSE_DAYS = "close-days";

    private static final String DAYS = "days";
    private static final String LONGER_RUN = "longerRun";

    private final RequestingRuns requests;

    public CloseDaysRoute(RequestingRuns requests) {
        this.requests = requests;
    }

    @Override
    public void configure() {
        // spotless:off
        from(direct(CLOSE_DAYS))
            .routeId(CLOSE_DAYS)
            .routeDescription("Closes those days of a longer period that are not closed yet.")
            .routeConfigurationId(LEFT_TO_RUN)
            .setProperty(LONGER_RUN, body()).id("keep-longer-run")
            .to(sql("classpath:sql/ranking/days-to-close.sql").outputHeader(DAYS)).id("days-to-close")
            .split(header(DAYS)).stopOnException().id("each-day")
                .removeHeaders("*").id("forget-period")
                .setBody().exchange(this::request).id("request-day")
                .to(direct(RUN_AGGREGATION)).id("run-day")
                .process(this::requireDone).id("require-day-done")
                .process(this::returnToLongerRun).id("return-to-longer-run")
                .to(direct(NOTE_PROGRESS)).id("note-day-closed")
            .end();
        // spotless:on
    }

    private Object request(Exchange exchange) {
        Map<?, ?> row = exchange.getMessage().getBody(Map.class);
        return requests.day(LocalDate.parse((String) row.get("day")));
    }

    private void returnToLongerRun(Exchange exchange) {
        int closed = exchange.getProperty(Exchange.SPLIT_INDEX, 0, Integer.class) + 1;
        int days = exchange.getProperty(Exchange.SPLIT_SIZE, 0, Integer.class);
        exchange.getMessage().setHeader(PROGRESS, "closed %d of %d days".formatted(closed, days));
        exchange.getMessage().setBody(exchange.getProperty(LONGER_RUN));
    }

    /** A day that another run closes leaves this period to the next refresh, which finds that day as it is then. */
    private void requireDone(Exchange exchange) {
        Map<String, Object> day = RunParameters.of(exchange);
        long runId = (Long) day.get(RunParameters.RUN_ID);
        switch (RunState.valueOf((String) day.get(RunParameters.STATE))) {
            case DONE -> {}
            case FAILED -> throw new IllegalStateException("Run %d of a day failed".formatted(runId));
            default -> throw new SupersededRunException(runId);
        }
    }
}
