package io.commerceroutes.routes.metrics;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.metrics.ReplayDeadLetterRoute.REPLAY_DEAD_LETTER;

import io.commerceroutes.domain.metrics.DeadLetters;
import io.commerceroutes.routes.metrics.MetricsEntry.MetricsView;
import org.apache.camel.builder.RouteBuilder;

/** Counts over HTTP, open to anyone, and dead letters with their replay, for operators. */
public class MetricsApi extends RouteBuilder {
    public static final String SHOW_PRODUCT_METRICS = "show-product-metrics";
    public static final String LIST_DEAD_LETTERS = "list-dead-letters";

    private final MetricsEntry entry;

    public MetricsApi(MetricsEntry entry) {
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/metrics").tag("Metrics")
            .get("/products/{productId}").id("get-product-metrics").outType(MetricsView.class).to("direct:" + SHOW_PRODUCT_METRICS);

        rest("/api/v1/ops/dead-letters").tag("Operations")
            .get().id("get-dead-letters").outType(DeadLetters.Entry[].class).to("direct:" + LIST_DEAD_LETTERS)
            .post("/{deadLetterId}/replay").id("post-replay").outType(DeadLetters.Entry.class).to("direct:" + REPLAY_DEAD_LETTER);

        from("direct:" + SHOW_PRODUCT_METRICS)
            .routeId(SHOW_PRODUCT_METRICS)
            .routeDescription("Shows a product's counts, day by day.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerProduct).id("find-product-metrics")
            .marshal().json().id("write-product-metrics");

        from("direct:" + LIST_DEAD_LETTERS)
            .routeId(LIST_DEAD_LETTERS)
            .routeDescription("Shows operators what failed, why and when.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerDeadLetters).id("find-dead-letters")
            .marshal().json().id("write-dead-letters");
        // spotless:on
    }
}
