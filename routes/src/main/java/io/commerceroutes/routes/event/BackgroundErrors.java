package io.commerceroutes.routes.event;

import io.commerceroutes.routes.http.FailureKinds;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;

/** The error policy of routes that nobody waits for: a lost race is run again; else one line, and the next trigger tries. */
public class BackgroundErrors extends RouteConfigurationBuilder {
    public static final String BACKGROUND_ERRORS = "background-errors";

    private final FailureKinds failureKinds;

    public BackgroundErrors(FailureKinds failureKinds) {
        this.failureKinds = failureKinds;
    }

    @Override
    public void configuration() {
        // spotless:off
        routeConfiguration(BACKGROUND_ERRORS)
            .onException(Exception.class)
                .onWhen(failureKinds::isConflict)
                .maximumRedeliveries("{{commerce.transaction.conflict-retries}}")
                .redeliveryDelay("{{commerce.transaction.conflict-retry-delay-millis}}")
                .useExponentialBackOff()
                .useCollisionAvoidance()
                .logRetryAttempted(false)
                .logExhausted(false)
                .handled(true)
                .log(LoggingLevel.WARN, "${routeId} lost too many races, the next run tries again: ${exception.message}").id("log-background-conflict")
            .end()
            .onException(Exception.class)
                // Else a failure after a lost race would inherit that one's repeats.
                .maximumRedeliveries(0)
                .logExhausted(false)
                .handled(true)
                .log(LoggingLevel.WARN, "${routeId} failed, the next run tries again: ${exception.message}").id("log-background-failure")
            .end();
        // spotless:on
    }
}
