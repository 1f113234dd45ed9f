package io.commerceroutes.routes.ranking;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.routes.ranking.AggregationEntry.AggregationBody;
import io.commerceroutes.routes.ranking.AggregationEntry.RequestedRun;
import io.commerceroutes.routes.ranking.AggregationEntry.RunView;
import org.apache.camel.builder.RouteBuilder;

/** Aggregation runs over HTTP, for operators. A request is answered at once; the next tick starts its run. */
public class AggregationApi extends RouteBuilder {
    public static final String REQUEST_AGGREGATION = "request-aggregation";
    public static final String LIST_AGGREGATIONS = "list-aggregations";
    public static final String SHOW_AGGREGATION = "show-aggregation";

    private final AggregationEntry entry;

    public AggregationApi(AggregationEntry entry) {
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/ops/aggregations").tag("Operations")
            .post().id("post-aggregations").type(AggregationBody.class).outType(RequestedRun.class).consumes("application/json").to("direct:" + REQUEST_AGGREGATION)
            .get().id("get-aggregations").outType(RunView[].class).to("direct:" + LIST_AGGREGATIONS)
            .get("/{runId}").id("get-aggregation").outType(RunView.class).to("direct:" + SHOW_AGGREGATION);

        from("direct:" + REQUEST_AGGREGATION)
            .routeId(REQUEST_AGGREGATION)
            .routeDescription("Takes an operator's wish for an aggregation down.")
            .routeConfigurationId(API_ERRORS)
            .unmarshal().json(AggregationBody.class).id("read-aggregation")
            .process(entry::request).id("write-request-down")
            .marshal().json().id("write-run-id");

        from("direct:" + LIST_AGGREGATIONS)
            .routeId(LIST_AGGREGATIONS)
            .routeDescription("Shows operators the ledger of runs, page by page.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerPage).id("find-runs")
            .marshal().json().id("write-runs");

        from("direct:" + SHOW_AGGREGATION)
            .routeId(SHOW_AGGREGATION)
            .routeDescription("Shows operators one run.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerRun).id("find-run")
            .marshal().json().id("write-run");
        // spotless:on
    }
}
