package io.commerceroutes.pgsimulator.payment;

import static io.commerceroutes.pgsimulator.http.GatewayErrors.GATEWAY_ERRORS;

import org.apache.camel.builder.RouteBuilder;

/** GET /payments/{transactionKey}: a user's own transaction. */
public class FindTransactionRoute extends RouteBuilder {
    public static final String FIND_TRANSACTION = "find-transaction";

    private final FrontDoor frontDoor;
    private final LookingUp lookingUp;

    public FindTransactionRoute(FrontDoor frontDoor, LookingUp lookingUp) {
        this.frontDoor = frontDoor;
        this.lookingUp = lookingUp;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + FIND_TRANSACTION)
            .routeId(FIND_TRANSACTION)
            .routeDescription("Finds one payment by its key.")
            .routeConfigurationId(GATEWAY_ERRORS)
            .process(frontDoor::refuseInOutage).id("refuse-look-up-in-outage")
            .process(frontDoor::requireUser).id("require-user-of-look-up")
            .process(lookingUp::find).id("find-transaction-by-key")
            .process(lookingUp::answer).id("answer-transaction")
            .marshal().json().id("write-transaction");
        // spotless:on
    }
}
