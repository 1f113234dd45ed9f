package io.commerceroutes.app.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When Redis counts as away, and how it is found again.
 *
 * @param failurePercent of the last {@code windowCalls} calls, {@code callsMin} at least, that stop all calls
 * @param open how long nothing is asked of it then
 * @param trialCalls that must go well before everything is asked of it again
 * @param reconnect how long between two tries to connect
 */
@ConfigurationProperties("commerce.redis")
public record RedisSettings(
        int failurePercent, int windowCalls, int callsMin, Duration open, int trialCalls, Duration reconnect) {}
