package io.commerceroutes.app.limit;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * What came of one request against its limit.
 *
 * @param remaining requests that may follow at once
 * @param waitSeconds until one may follow; whole seconds, 1 at least
 */
record Quota(boolean granted, long remaining, long waitSeconds) {
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    static Quota of(ConsumptionProbe probe) {
        long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS_PER_SECOND);
        return new Quota(probe.isConsumed(), Math.max(0, probe.getRemainingTokens()), Math.max(1, seconds));
    }
}
