package io.commerceroutes.pgsimulator.settlement;

import static io.commerceroutes.pgsimulator.settlement.SendCallbackRoute.CALLBACK;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;

/** The error policies of what nobody waits for: one line, without anything of a card. */
public class SettlementErrors extends RouteConfigurationBuilder {
    public static final String SETTLEMENT_ERRORS = "settlement-errors";
    public static final String CALLBACK_ERRORS = "callback-errors";

    @Override
    public void configuration() {
        // spotless:off
        routeConfiguration(SETTLEMENT_ERRORS)
            .onException(Exception.class)
                .logExhausted(false)
                .handled(true)
                .log(LoggingLevel.ERROR, "${body} is not settled before the next start: ${exception.class.name}").id("log-unsettled")
            .end();

        routeConfiguration(CALLBACK_ERRORS)
            .onException(Exception.class)
                .logExhausted(false)
                .handled(true)
                .log(LoggingLevel.WARN, "The callback of ${variable." + CALLBACK + ".transactionKey} is lost: ${exception.message}").id("log-lost-callback")
            .end();
        // spotless:on
    }
}
