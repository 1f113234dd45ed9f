package io.commerceroutes.pgsimulator.payment;

import static io.commerceroutes.pgsimulator.http.GatewayErrors.GATEWAY_ERRORS;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.pgsimulator.settlement.SettlementQueue;
import org.apache.camel.builder.RouteBuilder;

/**
 * POST /payments: check the fields, take the time it takes, refuse as many as the scenario says, keep the transaction,
 * queue its settlement, answer. What an Idempotency-Key made before is answered again and made no second time.
 */
public class AcceptPaymentRoute extends RouteBuilder {
    public static final String ACCEPT_PAYMENT = "accept-payment";

    private final FrontDoor frontDoor;
    private final AcceptingPayments accepting;
    private final SettlementQueue queue;

    public AcceptPaymentRoute(FrontDoor frontDoor, AcceptingPayments accepting, SettlementQueue queue) {
        this.frontDoor = frontDoor;
        this.accepting = accepting;
        this.queue = queue;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + ACCEPT_PAYMENT)
            .routeId(ACCEPT_PAYMENT)
            .routeDescription("Takes a payment, or fails as the scenario has it.")
            .routeConfigurationId(GATEWAY_ERRORS)
            .process(frontDoor::refuseInOutage).id("refuse-in-outage")
            .process(frontDoor::requireUser).id("require-user")
            .unmarshal().json(JsonNode.class).id("read-payment")
            .process(accepting::checkFields).id("check-fields")
            .delay(method(accepting, "requestDelayMillis")).syncDelayed().id("take-request-time").end()
            .choice().id("unless-accepted-before")
                .when(accepting::isRepeated)
                    .process(accepting::recall).id("recall-transaction")
                .otherwise()
                    .process(accepting::refuseByDice).id("refuse-by-dice")
                    .process(accepting::accept).id("accept-transaction")
                    .bean(queue, "add").id("queue-settlement")
                    .process(accepting::failByDice).id("fail-after-accepting")
                    .delay(method(accepting, "timeOutMillis")).syncDelayed().id("time-out-after-accepting").end()
            .end()
            .process(accepting::answer).id("answer-accepted")
            .marshal().json().id("write-accepted");
        // spotless:on
    }
}
