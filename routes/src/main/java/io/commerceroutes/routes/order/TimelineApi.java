package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.routes.order.TimelineEntries.TimelineLine;
import org.apache.camel.builder.RouteBuilder;

/** What has happened to an order and its payment over HTTP: for its customer, and for operators. */
public class TimelineApi extends RouteBuilder {
    public static final String SHOW_TIMELINE = "show-timeline";
    public static final String SHOW_ANY_TIMELINE = "show-any-timeline";

    private final TimelineEntries entries;

    public TimelineApi(TimelineEntries entries) {
        this.entries = entries;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/orders").tag("Orders")
            .get("/{orderId}/timeline").id("get-order-timeline").outType(TimelineLine[].class).to("direct:" + SHOW_TIMELINE);

        rest("/api/v1/ops/orders").tag("Operations")
            .get("/{orderId}/timeline").id("get-ops-order-timeline").outType(TimelineLine[].class).to("direct:" + SHOW_ANY_TIMELINE);

        from("direct:" + SHOW_TIMELINE)
            .routeId(SHOW_TIMELINE)
            .routeDescription("Shows a customer every event of an own order.")
            .routeConfigurationId(API_ERRORS)
            .process(entries::requireOwn).id("require-own-order")
            .process(entries::answer).id("find-timeline")
            .marshal().json().id("write-timeline");

        from("direct:" + SHOW_ANY_TIMELINE)
            .routeId(SHOW_ANY_TIMELINE)
            .routeDescription("Shows operators every event of any order.")
            .routeConfigurationId(API_ERRORS)
            .process(entries::answer).id("find-any-timeline")
            .marshal().json().id("write-any-timeline");
        // spotless:on
    }
}
