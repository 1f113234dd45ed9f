package io.commerceroutes.app.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RedisConfigurationTest {
    private final RedisConfiguration redis = new RedisConfiguration();
    private final CircuitBreakerRegistry registry = redis.circuitBreakers();
    private final CircuitBreaker breaker =
            redis.redisBreaker(registry, new RedisSettings(50, 10, 5, Duration.ofMinutes(1), 2, Duration.ofSeconds(1)));

    @Test
    void an_outage_is_told_of_once_however_often_a_trial_fails(CapturedOutput log) {
        fail(5);
        breaker.transitionToHalfOpenState();
        fail(2);
        breaker.transitionToHalfOpenState();
        breaker.onSuccess(1, TimeUnit.MILLISECONDS);
        breaker.onSuccess(1, TimeUnit.MILLISECONDS);

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(linesWith(log, "Redis is away")).isEqualTo(1);
        assertThat(linesWith(log, "Redis is back")).isEqualTo(1);
    }

    @Test
    void its_state_is_measured() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        redis.circuitBreakerMetrics(registry).bindTo(meters);

        fail(5);

        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tags("name", "redis", "state", "open")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private void fail(int calls) {
        for (int i = 0; i < calls; i++) {
            breaker.onError(1, TimeUnit.MILLISECONDS, new IllegalStateException("away"));
        }
    }

    private static long linesWith(CapturedOutput log, String words) {
        return Stream.of(log.getAll().split("\n"))
                .filter(line -> line.contains(words))
                .count();
    }
}
