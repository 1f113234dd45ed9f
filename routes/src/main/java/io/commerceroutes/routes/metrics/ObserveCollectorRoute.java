package io.commerceroutes.routes.metrics;

import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;

import io.commerceroutes.domain.metrics.EventBacklog;
import io.commerceroutes.routes.observation.Figure;
import io.commerceroutes.routes.observation.Figures;
import io.commerceroutes.routes.observation.ObserveCommerceRoute;
import io.commerceroutes.routes.ranking.RankingSettings;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Looks now and then at what waits for the collector, in Kafka and in its database, so that a scrape asks nobody. */
public class ObserveCollectorRoute extends RouteBuilder {
    public static final String OBSERVE_COLLECTOR = "observe-collector";
    public static final String OBSERVE_BACKLOG = "observe-backlog";

    private final EventBacklog backlog;
    private final Figures figures;
    private final RankingSettings settings;
    private final Clock clock;

    public ObserveCollectorRoute(EventBacklog backlog, Figures figures, RankingSettings settings, Clock clock) {
        this.backlog = backlog;
        this.figures = figures;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:" + OBSERVE_COLLECTOR + "?period={{commerce.observation.period-millis}}")
            .routeId(OBSERVE_COLLECTOR)
            .routeDescription("Looks at what the collector's database says of its state, for metrics.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .setHeader("endedBefore").exchange(this::endedBefore).id("see-which-day-should-be-closed")
            .to("sql:classpath:sql/observation/analytics.sql").id("read-collector-figures")
            .process(exchange -> ObserveCommerceRoute.keep(figures, exchange)).id("keep-collector-figures");

        from("timer:" + OBSERVE_BACKLOG + "?period={{commerce.observation.period-millis}}")
            .routeId(OBSERVE_BACKLOG)
            .routeDescription("Looks at how many events wait in Kafka, for metrics.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .process(exchange -> figures.observed("kafka", waiting())).id("keep-backlog");
        // spotless:on
    }

    private Object endedBefore(Exchange exchange) {
        return settings.calendar().dayOf(clock.instant().minus(settings.grace()));
    }

    private List<Figure> waiting() {
        return backlog.waiting().entrySet().stream()
                .map(topic -> new Figure("commerce.collector.lag.records", topic.getKey(), topic.getValue()))
                .toList();
    }
}
