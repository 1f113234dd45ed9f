package io.commerceroutes.routes.metrics;

import io.commerceroutes.domain.metrics.AlreadyHandledException;
import io.commerceroutes.domain.metrics.UncountableException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;

/**
 * The error policy of counting: what the store answers about the events goes straight back to who can act on it; all
 * else (deadlock, lost connection) is tried again, with back-off and a bound, before the batch is left to Kafka.
 */
public class CountingErrors extends RouteConfigurationBuilder {
    public static final String COUNTING_ERRORS = "counting-errors";

    @Override
    public void configuration() {
        // spotless:off
        routeConfiguration(COUNTING_ERRORS)
            .onException(AlreadyHandledException.class, UncountableException.class)
                .maximumRedeliveries(0)
                .logExhausted(false)
            .end()
            .onException(Exception.class)
                .maximumRedeliveries("{{commerce.metrics.retries}}")
                .redeliveryDelay("{{commerce.metrics.retry-delay-millis}}")
                .maximumRedeliveryDelay("{{commerce.metrics.retry-delay-max-millis}}")
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .retryAttemptedLogLevel(LoggingLevel.WARN)
                .logExhausted(false)
            .end();
        // spotless:on
    }
}
