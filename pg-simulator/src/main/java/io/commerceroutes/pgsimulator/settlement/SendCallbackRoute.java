package io.commerceroutes.pgsimulator.settlement;

import static io.commerceroutes.pgsimulator.settlement.SettlementErrors.CALLBACK_ERRORS;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** One callback, sent once: no envelope, no signature unless a secret is set, and no second try whatever comes of it. */
public class SendCallbackRoute extends RouteBuilder {
    public static final String SEND_CALLBACK = "send-callback";
    /** The client's settings; where it goes is in the callback. */
    public static final String MERCHANT = "http:merchant"
            + "?httpClientConfigurer=#" + SendOnce.BEAN
            + "&connectTimeout={{pg.callback-connect-timeout-millis}}"
            + "&connectionRequestTimeout={{pg.callback-connect-timeout-millis}}"
            + "&responseTimeout={{pg.callback-read-timeout-millis}}"
            + "&soTimeout={{pg.callback-read-timeout-millis}}"
            + "&maxTotalConnections=256&connectionsPerRoute=256"
            + "&skipResponseHeaders=true";

    /** Variable with the {@link Callback} being sent. */
    static final String CALLBACK = "callback";

    private final SettlingTransactions settling;
    private final CallbackSigning signing;

    public SendCallbackRoute(SettlingTransactions settling, CallbackSigning signing) {
        this.settling = settling;
        this.signing = signing;
    }

    @Override
    public void configure() {
        // spotless:off
        from("direct:" + SEND_CALLBACK)
            .routeId(SEND_CALLBACK)
            .routeDescription("Tells the merchant how a payment ended, once.")
            .routeConfigurationId(CALLBACK_ERRORS)
            .setVariable(CALLBACK, body()).id("keep-callback")
            .process(exchange -> settling.holdBack()).id("hold-callback-back")
            .removeHeaders("*").id("remove-headers")
            .setHeader(Exchange.HTTP_METHOD, constant("POST")).id("set-method")
            .setHeader(Exchange.HTTP_URI, simple("${body.url}")).id("set-merchant")
            .setHeader(Exchange.CONTENT_TYPE, constant("application/json")).id("set-content-type")
            .marshal().json().id("write-callback")
            .process(signing::sign).id("sign-callback")
            .to(MERCHANT).id("post-callback");
        // spotless:on
    }
}
