package io.commerceroutes.routes.observation;

import static io.commerceroutes.routes.event.BackgroundErrors.BACKGROUND_ERRORS;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Looks now and then at what is under way in the transaction side's database, so that a scrape asks nobody. */
public class ObserveCommerceRoute extends RouteBuilder {
    public static final String OBSERVE_COMMERCE = "observe-commerce";
    /** The source of figures from a database. */
    public static final String DATABASE = "database";

    private final Figures figures;

    public ObserveCommerceRoute(Figures figures) {
        this.figures = figures;
    }

    @Override
    public void configure() {
        // spotless:off
        from("timer:" + OBSERVE_COMMERCE + "?period={{commerce.observation.period-millis}}")
            .routeId(OBSERVE_COMMERCE)
            .routeDescription("Looks at what the shop's database says of its state, for metrics.")
            .routeConfigurationId(BACKGROUND_ERRORS)
            .to("sql:classpath:sql/observation/commerce.sql").id("read-commerce-figures")
            .process(exchange -> keep(figures, exchange)).id("keep-commerce-figures");
        // spotless:on
    }

    /** Takes the rows of an observing query. */
    @SuppressWarnings("unchecked")
    public static void keep(Figures figures, Exchange exchange) {
        List<Map<String, Object>> rows = exchange.getMessage().getBody(List.class);
        figures.observed(DATABASE, rows.stream().map(Figure::of).toList());
    }
}
