package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.compensation.CompensateOrderRoute.COMPENSATE_ORDER;
import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.SettlePaymentRoute.SETTLE_PAYMENT_TRANSACTION;

import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.routes.compensation.CompensateOrderRoute;
import io.commerceroutes.routes.payment.SettlePaymentRoute;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.builder.RouteBuilder;

/**
 * POST /orders/{orderId}/cancel: by the customer, in every state, and the same answer again. What a card was charged is to
 * be refunded from the same transaction on; a payment still open stays open until it is known.
 */
public class CancelOrderRoute extends RouteBuilder {
    public static final String CANCEL_ORDER = "cancel-order";
    public static final String CANCEL_ORDER_TRANSACTION = "cancel-order-transaction";

    private final OrderEntry entry;

    public CancelOrderRoute(OrderEntry entry) {
        this.entry = entry;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + CANCEL_ORDER)
            .routeId(CANCEL_ORDER)
            .routeDescription("Cancels a customer's order, however often it is asked to.")
            .routeConfigurationId(API_ERRORS)
            .setVariable(CompensateOrderRoute.COMMAND).exchange(entry::canceling).id("find-own-order")
            .setVariable(ORDER_ID, header("orderId")).id("name-order")
            .to("direct:" + CANCEL_ORDER_TRANSACTION).id("cancel-in-one-transaction")
            .process(entry::answerOwn).id("answer-canceled")
            .marshal().json().id("write-canceled")
            .to(WAKE_RELAY).id("wake-relay-after-cancel");

        from("direct:" + CANCEL_ORDER_TRANSACTION)
            .routeId(CANCEL_ORDER_TRANSACTION)
            .routeDescription("Cancels the order and compensates it in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .to("direct:" + COMPENSATE_ORDER).id("compensate")
            .setVariable(SettlePaymentRoute.FINDING).exchange(exchange -> new Finding.Nothing()).id("nothing-but-the-cancel")
            .to("direct:" + SETTLE_PAYMENT_TRANSACTION).id("refund-or-close-payment");
        // spotless:on
    }
}
