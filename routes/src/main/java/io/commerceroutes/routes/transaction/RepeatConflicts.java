package io.commerceroutes.routes.transaction;

import io.commerceroutes.routes.http.FailureKinds;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;

/** The error policy of whoever calls a transaction in the background: one that lost a race is run again, whole. */
public class RepeatConflicts extends RouteConfigurationBuilder {
    public static final String REPEAT_CONFLICTS = "repeat-conflicts";

    private final FailureKinds failureKinds;

    public RepeatConflicts(FailureKinds failureKinds) {
        this.failureKinds = failureKinds;
    }

    @Override
    public void configuration() {
        // spotless:off
        routeConfiguration(REPEAT_CONFLICTS)
            .onException(Exception.class)
                .onWhen(this::isConflict)
                .maximumRedeliveries("{{commerce.transaction.conflict-retries}}")
                .redeliveryDelay("{{commerce.transaction.conflict-retry-delay-millis}}")
                .useExponentialBackOff()
                .useCollisionAvoidance()
                .logRetryAttempted(false)
                .logExhausted(false)
            .end()
            .onException(Exception.class)
                // Else a failure after a lost race would inherit that one's repeats. Whoever called tells of it.
                .maximumRedeliveries(0)
                .logExhausted(false)
            .end();
        // spotless:on
    }

    private boolean isConflict(Exchange exchange) {
        return failureKinds.isConflict(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }
}
