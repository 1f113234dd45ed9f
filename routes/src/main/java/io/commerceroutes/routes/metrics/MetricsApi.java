package io.commerceroutes.routes.metrics;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.metrics.ReplayDeadLetterRoute.REPLAY_DEAD_LETTER;

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
        rest("/api/v1/metrics")
            .get("/products/{productId}").id("get-product-metrics").to("direct:" + SHOW_PRODUCT_METRICS);

        rest("/api/v1/ops/dead-letters")
            .get().id("get-dead-letters").to("direct:" + LIST_DEAD_LETTERS)
            .post("/{deadLetterId}/replay").id("post-replay").to("direct:" + REPLAY_DEAD_LETTER);

        from("direct:" + SHOW_PRODUCT_METRICS)
            .routeId(SHOW_PRODUCT_METRICS)
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerProduct).id("find-product-metrics")
            .marshal().json().id("write-product-metrics");

        from("direct:" + LIST_DEAD_LETTERS)
            .routeId(LIST_DEAD_LETTERS)
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerDeadLetters).id("find-dead-letters")
            .marshal().json().id("write-dead-letters");
        // spotless:on
    }
}
