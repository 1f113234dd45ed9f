package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.order.CompensateOrderRoute.COMPENSATE_ORDER;

import org.apache.camel.builder.RouteBuilder;

/** POST /orders/{orderId}/cancel: by the customer, in every state, and the same answer again. */
public class CancelOrderRoute extends RouteBuilder {
    public static final String CANCEL_ORDER = "cancel-order";

    private final OrderEntry entry;

    public CancelOrderRoute(OrderEntry entry) {
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + CANCEL_ORDER)
            .routeId(CANCEL_ORDER)
            .routeConfigurationId(API_ERRORS)
            .setVariable(CompensateOrderRoute.COMMAND).exchange(entry::canceling).id("find-own-order")
            .to("direct:" + COMPENSATE_ORDER).id("compensate")
            .process(entry::answerOwn).id("answer-canceled")
            .marshal().json().id("write-canceled")
            .to(WAKE_RELAY).id("wake-relay-after-cancel");
        // spotless:on
    }
}
