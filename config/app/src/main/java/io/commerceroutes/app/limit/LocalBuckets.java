package io.commerceroutes.app.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Buckets of this process alone. One that nobody asked for while it filled up is as good as new, and forgotten. */
class LocalBuckets {
    private static final Duration IDLE = RateLimit.WINDOW.multipliedBy(2);

    private final Cache<String, Bucket> inUse;
    private final TimeMeter time;

    LocalBuckets(int holdersMax) {
        this(holdersMax, TimeMeter.SYSTEM_NANOTIME);
    }

    LocalBuckets(int holdersMax, TimeMeter time) {
        this.time = time;
        this.inUse = Caffeine.newBuilder()
                .maximumSize(holdersMax)
                .expireAfterAccess(IDLE)
                .ticker(time::currentTimeNanos)
                .build();
    }

    Bucket of(Claim claim) {
        return inUse.get(
                claim.limit().key(claim.holder()),
                key -> Bucket.builder()
                        .addLimit(claim.limit().bandwidth())
                        .withCustomTimePrecision(time)
                        .build());
    }
}
