package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.GatewayBreaker.ignoringTheRefused;
import static io.commerceroutes.routes.payment.GatewayMessages.PG_PAYMENTS;

import org.apache.camel.builder.RouteBuilder;

/**
 * Asks the gateway what it has of an order: its transactions by the order's id, then each one whose end or amount we do
 * not know by its own key. Takes the payment as it was read, by which it knows; leaves a finding, or no body if the breaker
 * or its bulkhead let nothing through.
 */
public class LookUpPaymentRoute extends RouteBuilder {
    public static final String LOOK_UP_PAYMENT = "look-up-payment";
    public static final String LOOK_UP_TRANSACTIONS = "look-up-transactions";
    public static final String LOOK_UP_TRANSACTION = "look-up-transaction";
    public static final String PG_LOOK_UPS = "pg-look-ups";

    private final LookingUp lookingUp;

    public LookUpPaymentRoute(LookingUp lookingUp) {
        this.lookingUp = lookingUp;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + LOOK_UP_PAYMENT)
            .routeId(LOOK_UP_PAYMENT)
            .routeDescription("Asks the gateway what became of an order's payment.")
            .errorHandler(noErrorHandler())
            .process(lookingUp::begin).id("note-what-is-provable")
            .setBody(exchange -> null).id("no-finding-yet")
            .doTry()
                .circuitBreaker().configuration(PG_LOOK_UPS).resilience4jConfiguration(ignoringTheRefused()).id(PG_LOOK_UPS)
                    .to("direct:" + LOOK_UP_TRANSACTIONS).id("look-up")
            .endDoTry()
            .doCatch(Exception.class)
                .process(lookingUp::takeFailure).id("take-look-up-failure")
            .end();

        from("direct:" + LOOK_UP_TRANSACTIONS)
            .routeId(LOOK_UP_TRANSACTIONS)
            .routeDescription("Asks the gateway for an order's transactions, through its breaker.")
            .errorHandler(noErrorHandler())
            .process(lookingUp::composeByOrder).id("compose-look-up-by-order")
            .to(PG_PAYMENTS).id("get-payments-of-order")
            .process(lookingUp::readTransactions).id("read-transactions")
            .split(body(), lookingUp).stopOnException().id("each-transaction")
                .filter(lookingUp::isWorthAsking).id("unless-known")
                    .to("direct:" + LOOK_UP_TRANSACTION).id("look-up-details")
                .end()
            .end()
            .process(lookingUp::find).id("tell-what-was-found");

        from("direct:" + LOOK_UP_TRANSACTION)
            .routeId(LOOK_UP_TRANSACTION)
            .routeDescription("Asks the gateway for one transaction, through its breaker.")
            .errorHandler(noErrorHandler())
            .process(lookingUp::composeByKey).id("compose-look-up-by-key")
            .to(PG_PAYMENTS).id("get-payment")
            .process(lookingUp::readTransaction).id("read-transaction");
        // spotless:on
    }
}
