package io.commerceroutes.pgsimulator.payment;

import static io.commerceroutes.pgsimulator.http.GatewayErrors.GATEWAY_ERRORS;

import org.apache.camel.builder.RouteBuilder;

/** POST /payments/{transactionKey}/cancel: gives back all that was captured, once, and answers the same again. */
public class RefundTransactionRoute extends RouteBuilder {
    public static final String REFUND_TRANSACTION = "refund-transaction";

    private final FrontDoor frontDoor;
    private final LookingUp lookingUp;
    private final RefundingTransactions refunding;

    public RefundTransactionRoute(FrontDoor frontDoor, LookingUp lookingUp, RefundingTransactions refunding) {
        this.frontDoor = frontDoor;
        this.lookingUp = lookingUp;
        this.refunding = refunding;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + REFUND_TRANSACTION)
            .routeId(REFUND_TRANSACTION)
            .routeDescription("Refunds a captured payment, once.")
            .routeConfigurationId(GATEWAY_ERRORS)
            .process(frontDoor::refuseInOutage).id("refuse-refund-in-outage")
            .process(refunding::requireRefunds).id("require-refunds")
            .process(frontDoor::requireUser).id("require-user-of-refund")
            .process(lookingUp::find).id("find-transaction-to-refund")
            .process(refunding::refund).id("refund")
            .process(lookingUp::answer).id("answer-refunded")
            .marshal().json().id("write-refunded");
        // spotless:on
    }
}
