package io.commerceroutes.adapters.storefront;

import java.util.Optional;
import org.springframework.cache.Cache;

/** Values of one type in Redis, each under a key that never comes to mean another value. */
final class RedisValues<V> {
    private final Cache cache;
    private final Class<V> type;
    private final RedisGuard redis;

    RedisValues(Cache cache, Class<V> type, RedisGuard redis) {
        this.cache = cache;
        this.type = type;
        this.redis = redis;
    }

    Optional<V> find(String key) {
        return redis.ask(() -> cache.get(key, type));
    }

    void keep(String key, V value) {
        redis.tell(() -> cache.put(key, value));
    }
}
