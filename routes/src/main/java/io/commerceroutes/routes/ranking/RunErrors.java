package io.commerceroutes.routes.ranking;

import org.apache.camel.builder.RouteConfigurationBuilder;

/** The error policy of a run's steps: nothing is repeated or logged here, the run itself notes how it ended. */
public class RunErrors extends RouteConfigurationBuilder {
    public static final String LEFT_TO_RUN = "left-to-run";

    @Override
    public void configuration() {
        // spotless:off
        routeConfiguration(LEFT_TO_RUN)
            .onException(Exception.class)
                .maximumRedeliveries(0)
                .logExhausted(false)
            .end();
        // spotless:on
    }
}
