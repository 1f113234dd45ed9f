package io.commerceroutes.adapters.storefront;

import com.github.benmanes.caffeine.cache.Cache;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Instances that share one Redis, under keys of their own, and one catalogue. */
final class Storefronts {
    static final Duration AGE_MAX = Duration.ofSeconds(1);
    /** For what is to be remembered for as long as a test lasts. */
    static final Duration LONG = Duration.ofMinutes(10);

    static final Duration LOAD_WAIT_MAX = Duration.ofSeconds(30);
    static final int PRODUCTS_MAX = 20;
    static final int POSITIONS_MAX = 40;

    final String keyPrefix = "it-" + UUID.randomUUID() + ":";
    private final RedisConnection redis;
    private final CountedCatalogue catalogue;
    private final CircuitBreaker breaker;

    Storefronts(RedisConnection redis, CountedCatalogue catalogue, CircuitBreaker breaker) {
        this.redis = redis;
        this.catalogue = catalogue;
        this.breaker = breaker;
    }

    CachedStorefront open() {
        return open(AGE_MAX);
    }

    CachedStorefront open(Duration ageMax) {
        return open(ageMax, LOAD_WAIT_MAX);
    }

    CachedStorefront open(Duration ageMax, Duration loadWaitMax) {
        StorefrontSettings settings = settings(ageMax, loadWaitMax);
        return open(settings, StorefrontCaches.inProcess(settings));
    }

    CachedStorefront open(StorefrontSettings settings, CaffeineCacheManager inProcess) {
        RedisCacheManager inRedis = StorefrontCaches.inRedis(redis.factory(), settings);
        inRedis.afterPropertiesSet();
        return new CachedStorefront(catalogue, inProcess, inRedis, breaker, settings);
    }

    StorefrontSettings settings() {
        return settings(AGE_MAX, LOAD_WAIT_MAX);
    }

    private StorefrontSettings settings(Duration ageMax, Duration loadWaitMax) {
        return new StorefrontSettings(
                ageMax,
                PRODUCTS_MAX,
                PRODUCTS_MAX,
                loadWaitMax,
                keyPrefix,
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                20,
                POSITIONS_MAX);
    }

    StringRedisTemplate redis() {
        return redis.template();
    }

    /** What is kept in Redis, without what all keys begin with. */
    Set<String> kept() {
        return redis().keys(keyPrefix + "*").stream()
                .map(key -> key.substring(keyPrefix.length()))
                .collect(Collectors.toSet());
    }

    static long remembered(CaffeineCacheManager inProcess, String name) {
        Cache<?, ?> cache =
                (Cache<?, ?>) StorefrontCaches.cache(inProcess, name).getNativeCache();
        cache.cleanUp();
        return cache.estimatedSize();
    }

    static ProductQuery page(int page, int size) {
        return query(ProductSort.LATEST, Optional.empty(), page, size);
    }

    static ProductQuery query(ProductSort sort, Optional<String> name, int page, int size) {
        return new ProductQuery(Optional.empty(), name, sort, page, size);
    }
}
