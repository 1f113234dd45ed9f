package io.commerceroutes.pgsimulator.http;

import org.apache.camel.builder.RouteConfigurationBuilder;

/** The error policy of REST entries: every failure becomes an envelope. */
public class GatewayErrors extends RouteConfigurationBuilder {
    public static final String GATEWAY_ERRORS = "gateway-errors";

    @Override
    public void configuration() {
        // spotless:off
        routeConfiguration(GATEWAY_ERRORS)
            .onException(Exception.class)
                .logExhausted(false)
                .handled(true)
                .process(new ErrorAnswer())
                .marshal().json()
            .end();
        // spotless:on
    }
}
