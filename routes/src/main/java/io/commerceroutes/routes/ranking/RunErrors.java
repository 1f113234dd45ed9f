package io.commerceroutes.routes.ranking;

import io.commerceroutes.routes.http.FailureKinds;
import org.apache.camel.builder.RouteConfigurationBuilder;

/** The error policies of a run's steps: nothing is logged here, the run itself notes how it ended. */
public class RunErrors extends RouteConfigurationBuilder {
    public static final String LEFT_TO_RUN = "left-to-run";
    /** As {@link #LEFT_TO_RUN}, but a step that found the window locked is repeated: another run is writing it. */
    public static final String WAITS_FOR_WINDOW = "waits-for-window";

    private final FailureKinds failureKinds;

    public RunErrors(FailureKinds failureKinds) {
        this.failureKinds = failureKinds;
    }

    @Override
    public void configuration() {
        // spotless:off
        routeConfiguration(LEFT_TO_RUN)
            .onException(Exception.class)
                .maximumRedeliveries(0)
                .logExhausted(false)
            .end();

        routeConfiguration(WAITS_FOR_WINDOW)
            .onException(Exception.class)
                .onWhen(failureKinds::isConflict)
                .maximumRedeliveries("{{commerce.ranking.window-tries-max}}")
                .redeliveryDelay("{{commerce.transaction.conflict-retry-delay-millis}}")
                .logRetryAttempted(false)
                .logExhausted(false)
            .end()
            .onException(Exception.class)
                .maximumRedeliveries(0)
                .logExhausted(false)
            .end();
        // spotless:on
    }
}
