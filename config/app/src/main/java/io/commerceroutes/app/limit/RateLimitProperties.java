package io.commerceroutes.app.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many requests are served, and how closely instances agree on it.
 *
 * @param callbackPerSecond of one address to the gateway's callback, which its address limit leaves alone
 * @param loginPerSecond tries of one address to log in to the console
 * @param unsharedPercent of a limit that one instance may count by itself before it tells Redis
 * @param shareAfter after which an instance tells Redis at its next request, however few it counted
 * @param holdersMax users and addresses that are kept in this process, counted by Redis and counted here each
 * @param keyPrefix of all keys in Redis
 */
@ConfigurationProperties("commerce.rate-limit")
record RateLimitProperties(
        long userPerSecond,
        long addressPerSecond,
        long callbackPerSecond,
        long loginPerSecond,
        int unsharedPercent,
        Duration shareAfter,
        int holdersMax,
        String keyPrefix) {
    RateLimit user() {
        return new RateLimit("user", userPerSecond);
    }

    RateLimit address() {
        return new RateLimit("address", addressPerSecond);
    }

    RateLimit callback() {
        return new RateLimit("callback", callbackPerSecond);
    }

    RateLimit login() {
        return new RateLimit("login", loginPerSecond);
    }
}
