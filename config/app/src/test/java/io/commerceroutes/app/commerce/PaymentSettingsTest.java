package io.commerceroutes.app.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;

/** What production's settings of the payments have to do with each other. */
class PaymentSettingsTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues("spring.config.name=commerce,commerce-api")
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(PaymentProperties.class)
    static class Settings {}

    @Test
    void a_call_that_could_outlast_its_lease_is_refused_at_the_start() {
        application
                .withPropertyValues("commerce.payment.call-max=30s")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("commerce.payment.call-max PT30S is not below commerce.payment.lease PT30S"));
    }

    @Test
    void a_call_may_take_what_its_steps_may() {
        application.run(context -> {
            Environment settings = context.getEnvironment();

            assertThat(context.getBean(PaymentProperties.class).callMax().toMillis())
                    .isGreaterThanOrEqualTo(http(settings, "connection-request-timeout")
                            + http(settings, "connect-timeout")
                            + http(settings, "response-timeout"));
        });
    }

    /** Reads ask, too, so the bulkhead is what bounds look-ups; all else is asked by workers: of two queues, and of the schedules. */
    @Test
    void everybody_who_may_call_the_gateway_at_once_has_a_connection() {
        application.run(context -> {
            Environment settings = context.getEnvironment();
            int lookUps = settings.getRequiredProperty(
                    "camel.resilience4j.configurations.pg-look-ups.bulkhead-max-concurrent-calls", Integer.class);
            int workers = 3 * context.getBean(PaymentProperties.class).workers();

            assertThat(http(settings, "connections-per-route")).isGreaterThanOrEqualTo(lookUps + workers);
            assertThat(http(settings, "max-total-connections")).isGreaterThanOrEqualTo(lookUps + workers);
        });
    }

    private static int http(Environment settings, String name) {
        return settings.getRequiredProperty("camel.component.http." + name, Integer.class);
    }
}
