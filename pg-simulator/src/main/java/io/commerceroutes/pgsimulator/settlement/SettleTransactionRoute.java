package io.commerceroutes.pgsimulator.settlement;

import static io.commerceroutes.pgsimulator.settlement.SendCallbackRoute.SEND_CALLBACK;
import static io.commerceroutes.pgsimulator.settlement.SettlementErrors.SETTLEMENT_ERRORS;

import io.commerceroutes.pgsimulator.transaction.Transaction;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;

/** One settlement: takes its time, decides, keeps the decision, and only then calls back. */
public class SettleTransactionRoute extends RouteBuilder {
    public static final String SETTLE_TRANSACTION = "settle-transaction";

    private final SettlingTransactions settling;

    public SettleTransactionRoute(SettlingTransactions settling) {
        this.settling = settling;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + SETTLE_TRANSACTION)
            .routeId(SETTLE_TRANSACTION)
            .routeDescription("Decides by the dice how an accepted payment ends.")
            .routeConfigurationId(SETTLEMENT_ERRORS)
            .process(exchange -> settling.takeTime()).id("take-settlement-time")
            .setBody().body(String.class, settling::settle).id("settle")
            .filter(simple("${body.isPresent}")).id("unless-settled-before")
                .setBody().body(Optional.class, settled -> settling.callbacks((Transaction) settled.get())).id("plan-callbacks")
                .split(body()).id("each-callback")
                    .to("direct:" + SEND_CALLBACK).id("call-back")
                .end()
            .end();
        // spotless:on
    }
}
