package io.commerceroutes.adapters.storefront;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.data.redis.cache.RedisCacheWriter.TtlFunction;

/** Lets each value live a little longer, by chance: what was kept at once does not end at once. */
record Jitter(Duration shortest, int percentMax) implements TtlFunction {
    @Override
    public Duration getTimeToLive(Object key, Object value) {
        long extraMillis = shortest.toMillis() * percentMax / 100;
        return shortest.plusMillis(ThreadLocalRandom.current().nextLong(extraMillis + 1));
    }
}
