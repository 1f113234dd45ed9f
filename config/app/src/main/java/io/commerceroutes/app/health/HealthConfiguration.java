package io.commerceroutes.app.health;

import org.apache.camel.CamelContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the probes ask for beside Spring Boot's own: /actuator/health, and liveness, readiness and startup under it. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {
    @Bean
    RoutesHealth routesHealthIndicator(CamelContext camel) {
        return new RoutesHealth(camel);
    }

    @Bean
    StartupHealth startedHealthIndicator() {
        return new StartupHealth();
    }
}
