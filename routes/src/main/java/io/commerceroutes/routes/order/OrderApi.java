package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.order.CancelOrderRoute.CANCEL_ORDER;
import static io.commerceroutes.routes.order.PlaceOrderRoute.PLACE_ORDER;

import org.apache.camel.builder.RouteBuilder;

/** The customers' orders over HTTP. */
public class OrderApi extends RouteBuilder {
    public static final String SHOW_ORDER = "show-order";

    private final OrderEntry entry;

    public OrderApi(OrderEntry entry) {
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/orders")
            .post().id("post-orders").consumes("application/json").to("direct:" + PLACE_ORDER)
            .get("/{orderId}").id("get-order").to("direct:" + SHOW_ORDER)
            .post("/{orderId}/cancel").id("post-order-cancel").to("direct:" + CANCEL_ORDER);

        from("direct:" + SHOW_ORDER)
            .routeId(SHOW_ORDER)
            .routeConfigurationId(API_ERRORS)
            .process(entry::answerOwn).id("find-order")
            .marshal().json().id("write-order");
        // spotless:on
    }
}
