package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static io.commerceroutes.routes.payment.PaymentVariables.HANDED_OVER;
import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.RequestPaymentRoute.ORDERED_BY_CARD;

import io.commerceroutes.domain.order.Placement;
import io.commerceroutes.domain.order.PlacementStore;
import io.commerceroutes.routes.http.RequestBody;
import io.commerceroutes.routes.idempotency.Idempotency;
import io.commerceroutes.routes.transaction.Transactions;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * POST /orders: check, price and discount, then write everything in one transaction; answer; only then have the card
 * charged, and wake the relay.
 */
public class PlaceOrderRoute extends RouteBuilder {
    public static final String PLACE_ORDER = "place-order";
    public static final String PLACE_ORDER_TRANSACTION = "place-order-transaction";
    private static final String COMMANDS = "commands";

    private final OrderEntry entry;
    private final PlacementStore store;
    private final Idempotency idempotency;

    public PlaceOrderRoute(OrderEntry entry, PlacementStore store, Idempotency idempotency) {
        this.entry = entry;
        this.store = store;
        this.idempotency = idempotency;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + PLACE_ORDER)
            .routeId(PLACE_ORDER)
            .routeDescription("Checks and prices an order, places it and answers; cards are charged after that.")
            .routeConfigurationId(API_ERRORS)
            .process(RequestBody::require).id("require-order")
            .process(idempotency::read).id("read-idempotency-key")
            .unmarshal().json(PlaceOrderBody.class).id("read-order")
            .to("bean-validator:order").id("validate-order")
            .setVariable(COMMANDS).body(PlaceOrderBody.class, entry::placing).id("identify-order")
            .to("direct:" + PLACE_ORDER_TRANSACTION).id("place-in-one-transaction")
            .log(LoggingLevel.DEBUG, PlaceOrderRoute.class.getName(), "Order ${variable.order-id} is placed").id("tell-placed")
            .filter(header(Exchange.HTTP_RESPONSE_CODE).isEqualTo(202)).id("if-card-is-to-be-charged")
                .toV(ORDERED_BY_CARD, ORDER_ID, HANDED_OVER).id("hand-over-payment")
            .end()
            .to(WAKE_RELAY).id("wake-relay");

        from("direct:" + PLACE_ORDER_TRANSACTION)
            .routeId(PLACE_ORDER_TRANSACTION)
            .routeDescription("Takes stock, points and coupon, and writes order, payment and events, in one transaction.")
            .errorHandler(noErrorHandler())
            .transacted(Transactions.JDBC)
            .process(idempotency::claim).id("claim-idempotency-key")
            .setBody(variable(COMMANDS)).id("take-commands")
            .bean(store, "lock").id("lock-state")
            .bean(Placement.class, "decide").id("decide-placement")
            .bean(store, "write").id("write-orders")
            .process(entry::answerPlaced).id("answer-order")
            .marshal().json().id("write-answer")
            .process(idempotency::store).id("store-answer");
        // spotless:on
    }
}
