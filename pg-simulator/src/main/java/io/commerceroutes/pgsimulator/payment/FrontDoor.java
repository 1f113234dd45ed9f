package io.commerceroutes.pgsimulator.payment;

import io.commerceroutes.pgsimulator.http.GatewayProblem;
import io.commerceroutes.pgsimulator.scenario.CurrentScenario;
import org.apache.camel.Exchange;

/** What every call of the gateway meets first. */
public class FrontDoor {
    private static final String USER_HEADER = "X-USER-ID";
    private static final int MAX_USER_LENGTH = 255;

    private final CurrentScenario scenario;

    public FrontDoor(CurrentScenario scenario) {
        this.scenario = scenario;
    }

    /** During an outage nothing is looked at: whatever comes is refused at once. */
    void refuseInOutage(Exchange exchange) {
        if (scenario.scenario().outage()) {
            throw new GatewayProblem(503, "The gateway is out of service.");
        }
    }

    void requireUser(Exchange exchange) {
        String user = userId(exchange);
        if (user == null || user.isBlank() || user.length() > MAX_USER_LENGTH) {
            throw GatewayProblem.badRequest("The header " + USER_HEADER + " is missing.");
        }
    }

    static String userId(Exchange exchange) {
        return exchange.getMessage().getHeader(USER_HEADER, String.class);
    }
}
