package io.commerceroutes.pgsimulator.payment;

import static io.commerceroutes.pgsimulator.http.GatewayErrors.GATEWAY_ERRORS;

import org.apache.camel.builder.RouteBuilder;

/** GET /payments?orderId=: a user's own transactions of an order. */
public class FindTransactionsOfOrderRoute extends RouteBuilder {
    public static final String FIND_TRANSACTIONS_OF_ORDER = "find-transactions-of-order";

    private final FrontDoor frontDoor;
    private final LookingUp lookingUp;

    public FindTransactionsOfOrderRoute(FrontDoor frontDoor, LookingUp lookingUp) {
        this.frontDoor = frontDoor;
        this.lookingUp = lookingUp;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + FIND_TRANSACTIONS_OF_ORDER)
            .routeId(FIND_TRANSACTIONS_OF_ORDER)
            .routeDescription("Finds all payments of an order.")
            .routeConfigurationId(GATEWAY_ERRORS)
            .process(frontDoor::refuseInOutage).id("refuse-list-in-outage")
            .process(frontDoor::requireUser).id("require-user-of-list")
            .process(lookingUp::answerOfOrder).id("find-transactions-by-order")
            .marshal().json().id("write-transactions");
        // spotless:on
    }
}
