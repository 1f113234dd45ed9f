package io.commerceroutes.app.commerce;

import io.commerceroutes.app.data.CommerceData;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The transaction side, whole: database, adapters, flows. */
@Configuration(proxyBeanMethods = false)
@Import({
    CommerceData.class,
    CommerceAdapters.class,
    CommerceCache.class,
    CommercePayments.class,
    CommerceRoutes.class,
    GatewayClient.class,
    LocalLogin.class
})
public class CommerceConfiguration {}
