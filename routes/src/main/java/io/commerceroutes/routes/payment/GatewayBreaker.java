package io.commerceroutes.routes.payment;

import java.util.List;
import org.apache.camel.model.Resilience4jConfigurationDefinition;

/** What the gateway's breakers have in common, beside their settings. */
final class GatewayBreaker {
    private static final String BULKHEAD_IS_FULL = "io.github.resilience4j.bulkhead.BulkheadFullException";

    private GatewayBreaker() {}

    /**
     * Whoever finds the bulkhead full has asked nobody: that is no failure of the gateway's, and is left as what an open
     * breaker refuses. Camel (4.17) finds in the route alone what a breaker is to ignore, not in the settings.
     */
    static Resilience4jConfigurationDefinition ignoringTheRefused() {
        Resilience4jConfigurationDefinition breaker = new Resilience4jConfigurationDefinition();
        breaker.setIgnoreExceptions(List.of(BULKHEAD_IS_FULL));
        return breaker;
    }
}
