package io.commerceroutes.pgsimulator.ledger;

import static io.commerceroutes.pgsimulator.http.GatewayErrors.GATEWAY_ERRORS;

import org.apache.camel.builder.RouteBuilder;

/** GET /simulator/ledger: the gateway's own truth, against which ours is checked. */
public class ShowLedgerRoute extends RouteBuilder {
    public static final String SHOW_LEDGER = "show-ledger";

    private final Ledger ledger;

    public ShowLedgerRoute(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void configure() {
        // spotless:off
        rest("/api/v1/simulator/ledger")
            .get().id("get-ledger").to("direct:" + SHOW_LEDGER);

        from("direct:" + SHOW_LEDGER)
            .routeId(SHOW_LEDGER)
            .routeDescription("Shows what was captured and refunded, order by order.")
            .routeConfigurationId(GATEWAY_ERRORS)
            .process(ledger::answer).id("read-ledger")
            .marshal().json().id("write-ledger");
        // spotless:on
    }
}
