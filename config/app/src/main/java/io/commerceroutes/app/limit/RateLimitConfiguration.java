package io.commerceroutes.app.limit;

import io.commerceroutes.app.http.ProblemWriter;
import io.commerceroutes.app.redis.RedisConfiguration;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The limits of one user's and one address's requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitProperties.class)
public class RateLimitConfiguration {
    @Bean
    RateLimits rateLimits(
            RateLimitProperties settings,
            LettuceConnectionFactory connections,
            @Qualifier(RedisConfiguration.REDIS_BREAKER) CircuitBreaker breaker,
            @Value("${spring.data.redis.timeout}") Duration timeout,
            MeterRegistry meters,
            ProblemWriter problems) {
        SharedBuckets shared = new SharedBuckets(connections, breaker, timeout, settings);
        LocalBuckets local = new LocalBuckets(settings.holdersMax());
        return new RateLimits(new RateLimiter(shared::of, local::of, meters), problems, settings);
    }
}
