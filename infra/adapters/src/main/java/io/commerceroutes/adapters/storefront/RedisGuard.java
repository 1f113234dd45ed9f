package io.commerceroutes.adapters.storefront;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls Redis through its breaker. While Redis is away nothing is found and nothing kept, and nobody fails for it. */
final class RedisGuard {
    private static final Logger LOG = LoggerFactory.getLogger(RedisGuard.class);

    private final CircuitBreaker breaker;

    RedisGuard(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.ofNullable(breaker.executeSupplier(question));
        } catch (RuntimeException away) {
            // The breaker tells the log, once.
            LOG.debug("No answer from Redis", away);
            return Optional.empty();
        }
    }

    void tell(Runnable message) {
        ask(() -> {
            message.run();
            return true;
        });
    }
}
