package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.order.CancelOrderRoute.CANCEL_ORDER;
import static io.commerceroutes.routes.order.PlaceOrderRoute.PLACE_ORDER;
import static io.commerceroutes.routes.payment.PaymentVariables.HANDED_OVER;
import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.RefreshPaymentRoute.REFRESH_PAYMENT;

import org.apache.camel.builder.RouteBuilder;

/** The customers' orders over HTTP. */
public class OrderApi extends RouteBuilder {
    public static final String SHOW_ORDER = "show-order";
    public static final String LIST_ORDERS = "list-orders";

    private final OrderEntry entry;
    private final OrderListEntry list;

    public OrderApi(OrderEntry entry, OrderListEntry list) {
        this.entry = entry;
        this.list = list;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/orders").tag("Orders")
            .post().id("post-orders").type(PlaceOrderBody.class).outType(OrderJson.class).consumes("application/json").to("direct:" + PLACE_ORDER)
            .get().id("get-orders").outType(OrderJson[].class).to("direct:" + LIST_ORDERS)
            .get("/{orderId}").id("get-order").outType(OrderJson.class).to("direct:" + SHOW_ORDER)
            .post("/{orderId}/cancel").id("post-order-cancel").outType(OrderJson.class).to("direct:" + CANCEL_ORDER);

        from("direct:" + SHOW_ORDER)
            .routeId(SHOW_ORDER)
            .routeDescription("Shows a customer an own order.")
            .routeConfigurationId(API_ERRORS)
            .process(entry::findOwn).id("find-order")
            .filter(OrderEntry::waitsForItsCard).id("if-payment-is-open")
                .setVariable(ORDER_ID, header("orderId")).id("name-order-to-show")
                .toV("direct:" + REFRESH_PAYMENT, ORDER_ID, HANDED_OVER).id("ask-first-if-due")
                .process(entry::findOwn).id("find-order-again")
            .end()
            .process(OrderEntry::answerFound).id("answer-order")
            .marshal().json().id("write-order");

        from("direct:" + LIST_ORDERS)
            .routeId(LIST_ORDERS)
            .routeDescription("Shows a customer the own orders, page by page.")
            .routeConfigurationId(API_ERRORS)
            .process(list::answerOwn).id("find-orders")
            .marshal().json().id("write-orders");
        // spotless:on
    }
}
