package io.commerceroutes.app.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.data.redis.ClientResourcesBuilderCustomizer;
import org.springframework.boot.autoconfigure.data.redis.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Redis as both roles use it: every call goes through one breaker, so that a Redis that is away or hangs costs little
 * and is told of once.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisSettings.class)
public class RedisConfiguration {
    /** The breaker's bean, and its name in logs and metrics. */
    public static final String REDIS_BREAKER = "redis";

    private static final Logger LOG = LoggerFactory.getLogger(RedisConfiguration.class);

    /** Camel's breakers are made in it, too, each under the id of its node. */
    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    MeterBinder circuitBreakerMetrics(CircuitBreakerRegistry circuitBreakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuitBreakers);
    }

    @Bean(REDIS_BREAKER)
    CircuitBreaker redisBreaker(CircuitBreakerRegistry circuitBreakers, RedisSettings settings) {
        CircuitBreaker breaker = circuitBreakers.circuitBreaker(
                REDIS_BREAKER,
                CircuitBreakerConfig.custom()
                        .failureRateThreshold(settings.failurePercent())
                        .slidingWindowSize(settings.windowCalls())
                        .minimumNumberOfCalls(settings.callsMin())
                        .waitDurationInOpenState(settings.open())
                        .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
                        .writableStackTraceEnabled(false)
                        .build());
        breaker.getEventPublisher().onError(event -> LOG.debug("Redis failed", event.getThrowable()));
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition()) {
                case CLOSED_TO_OPEN -> LOG.warn("Redis is away; the platform goes on without it");
                case HALF_OPEN_TO_CLOSED -> LOG.info("Redis is back");
                default -> LOG.debug("{}", event);
            }
        });
        return breaker;
    }

    /** A command without a connection fails at once; by default it would wait for one until its time-out. */
    @Bean
    LettuceClientOptionsBuilderCustomizer refusalWhileAway() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    ClientResourcesBuilderCustomizer steadyReconnecting(RedisSettings settings) {
        return resources -> resources.reconnectDelay(Delay.constant(settings.reconnect()));
    }
}
