package io.commerceroutes.app.limit;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/** So many requests a second for each of its kind: a user, an address. A pause saves up one second's worth at most. */
record RateLimit(String name, long perSecond) {
    static final Duration WINDOW = Duration.ofSeconds(1);

    RateLimit {
        if (perSecond < 1) {
            throw new IllegalArgumentException("The limit of one %s must be positive: %d".formatted(name, perSecond));
        }
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(perSecond)
                .refillGreedy(perSecond, WINDOW)
                .build();
    }

    /** Names one holder's bucket; another limit is another bucket, since a bucket keeps the limit that it began with. */
    String key(String holder) {
        return "%s:%d:%s".formatted(name, perSecond, holder);
    }
}
