package io.commerceroutes.pgsimulator.settlement;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * Takes out of the HTTP client what would send a callback again. Connections are not kept: one that the merchant has
 * closed meanwhile would lose the callback.
 */
public class SendOnce implements HttpClientConfigurer {
    public static final String BEAN = "sendOnce";

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setConnectionReuseStrategy((request, answer, context) -> false);
    }
}
