package io.commerceroutes.routes.recount;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;

import io.commerceroutes.routes.http.RequestBody;
import io.commerceroutes.routes.recount.RecountEntry.RecountBody;
import io.commerceroutes.routes.recount.RecountEntry.RequestedRecount;
import org.apache.camel.builder.RouteBuilder;

/** Recounts over HTTP, for operators. A request is answered at once; the next tick starts it. */
public class RecountApi extends RouteBuilder {
    public static final String REQUEST_RECOUNT = "request-recount";
    public static final String LIST_RECOUNTS = "list-recounts";
    public static final String SHOW_RECOUNT = "show-recount";

    private final RecountEntry entry;

    public RecountApi(RecountEntry entry) {
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/ops/recounts").tag("Operations")
            .post().id("post-recounts").type(RecountBody.class).outType(RequestedRecount.class).consumes("application/json").to("direct:" + REQUEST_RECOUNT)
            .get().id("get-recounts").outType(RecountView[].class).to("direct:" + LIST_RECOUNTS)
            .get("/{recountId}").id("get-recount").outType(RecountView.class).to("direct:" + SHOW_RECOUNT);

        from("direct:" + REQUEST_RECOUNT)
            .routeId(REQUEST_RECOUNT)
            .routeDescription("Takes an operator's wish for a recount down.")
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-recount")
            .unmarshal().json(RecountBody.class).id("read-recount")
            .process(entry::request).id("write-recount-down")
            .marshal().json().id("write-recount-id");

        from("direct:" + LIST_RECOUNTS)
            .routeId(LIST_RECOUNTS)
            .routeDescription("Shows operators the recounts, page by page.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerPage).id("find-recounts")
            .marshal().json().id("write-recounts");

        from("direct:" + SHOW_RECOUNT)
            .routeId(SHOW_RECOUNT)
            .routeDescription("Shows operators one recount and what it found.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerRecount).id("find-recount")
            .marshal().json().id("write-recount");
        // spotless:on
    }
}
