package io.commerceroutes.app.limit;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;

/** Counts requests against limits that all instances share; while Redis is away, against limits of this process. */
class RateLimiter {
    private final Function<Claim, Bucket> shared;
    private final Function<Claim, Bucket> local;
    private final MeterRegistry meters;

    RateLimiter(Function<Claim, Bucket> shared, Function<Claim, Bucket> local, MeterRegistry meters) {
        this.shared = shared;
        this.local = local;
        this.meters = meters;
    }

    /** Never fails. */
    Quota take(Claim claim) {
        Quota quota = count(claim);
        if (!quota.granted()) {
            meters.counter("commerce.rate.limit.refused", "limit", claim.limit().name())
                    .increment();
        }
        return quota;
    }

    private Quota count(Claim claim) {
        Bucket inRedis = shared.apply(claim);
        try {
            return takeFrom(inRedis);
        } catch (RuntimeException redisIsAway) {
            // The breaker tells of it.
            meters.counter("commerce.rate.limit.local", "limit", claim.limit().name())
                    .increment();
            return takeFrom(local.apply(claim));
        }
    }

    private static Quota takeFrom(Bucket bucket) {
        return Quota.of(bucket.tryConsumeAndReturnRemaining(1));
    }
}
