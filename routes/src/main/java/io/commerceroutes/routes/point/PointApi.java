package io.commerceroutes.routes.point;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.point.ChargePointsRoute.CHARGE_POINTS;

import io.commerceroutes.routes.point.PointEntry.Balance;
import io.commerceroutes.routes.point.PointEntry.ChargeBody;
import io.commerceroutes.routes.point.PointEntry.Movement;
import org.apache.camel.builder.RouteBuilder;

/** The customers' points over HTTP. */
public class PointApi extends RouteBuilder {
    public static final String SHOW_BALANCE = "show-balance";
    public static final String LIST_POINT_HISTORY = "list-point-history";

    private final PointEntry entry;

    public PointApi(PointEntry entry) {
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/points").tag("Points")
            .get().id("get-points").outType(Balance.class).to("direct:" + SHOW_BALANCE)
            .get("/history").id("get-points-history").outType(Movement[].class).to("direct:" + LIST_POINT_HISTORY)
            .post("/charge").id("post-points-charge").type(ChargeBody.class).outType(Balance.class).consumes("application/json").to("direct:" + CHARGE_POINTS);

        from("direct:" + SHOW_BALANCE)
            .routeId(SHOW_BALANCE)
            .routeDescription("Shows a customer the own points.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerOwnBalance).id("find-balance")
            .marshal().json().id("write-balance");

        from("direct:" + LIST_POINT_HISTORY)
            .routeId(LIST_POINT_HISTORY)
            .routeDescription("Shows a customer every movement of the own points.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerOwnHistory).id("find-point-history")
            .marshal().json().id("write-point-history");
        // spotless:on
    }
}
