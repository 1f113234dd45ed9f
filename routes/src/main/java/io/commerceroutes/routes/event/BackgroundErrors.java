package io.commerceroutes.routes.event;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;

/** The error policy of routes that nobody waits for: one line, and the next trigger tries again. */
public class BackgroundErrors extends RouteConfigurationBuilder {
    public static final String BACKGROUND_ERRORS = "background-errors";

    @Override
    public void configuration() {
        // spotless:off
        routeConfiguration(BACKGROUND_ERRORS)
            .onException(Exception.class)
                .logExhausted(false)
                .handled(true)
                .log(LoggingLevel.WARN, "${routeId} failed, the next run tries again: ${exception.message}").id("log-background-failure")
            .end();
        // spotless:on
    }
}
