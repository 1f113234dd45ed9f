package io.commerceroutes.app.commerce;

import org.apache.camel.component.http.CompositeHttpConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The payment gateway's client: Camel's with its settings, and calls that end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentProperties.class)
class GatewayClient {
    @Bean
    BoundedCalls boundedCalls(PaymentProperties settings) {
        return new BoundedCalls(settings.callMax());
    }

    @Bean
    ComponentCustomizer boundedGatewayCalls(BoundedCalls calls) {
        return ComponentCustomizer.forType(
                HttpComponent.class,
                http -> http.setHttpClientConfigurer(
                        CompositeHttpConfigurer.combineConfigurers(http.getHttpClientConfigurer(), calls)));
    }
}
