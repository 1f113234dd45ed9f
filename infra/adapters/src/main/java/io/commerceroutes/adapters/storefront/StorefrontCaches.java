package io.commerceroutes.adapters.storefront;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductListing;
import java.time.Duration;
import java.util.List;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.serializer.RedisSerializationContext.SerializationPair;

/** The two levels in which products are remembered, both with counts of hits and misses. */
public final class StorefrontCaches {
    static final String PRODUCTS = "products";
    static final String PAGES = "product-pages";
    static final String CARDS = "product-cards";

    /** Part of each key: raised when a value is written in another form, whoever still writes the old one. */
    private static final String FORMAT = "v1";

    private StorefrontCaches() {}

    /** Products and pages as they are shown, for a moment; and cards, which never change. */
    public static CaffeineCacheManager inProcess(StorefrontSettings settings) {
        CaffeineCacheManager caches = new CaffeineCacheManager();
        caches.setAllowNullValues(false);
        caches.setCacheNames(List.of());
        caches.registerCustomCache(PRODUCTS, young(settings.ageMax(), settings.productsMax()));
        caches.registerCustomCache(PAGES, young(settings.ageMax(), settings.pagesMax()));
        caches.registerCustomCache(
                CARDS,
                Caffeine.newBuilder()
                        .maximumSize(settings.productsMax())
                        .recordStats()
                        .<Object, Object>build());
        return caches;
    }

    private static AsyncCache<Object, Object> young(Duration ageMax, int sizeMax) {
        return Caffeine.newBuilder()
                .maximumSize(sizeMax)
                .expireAfter(Expiry.creating((Object key, Object seen) -> ((Seen<?>) seen).left(ageMax)))
                .recordStats()
                .buildAsync();
    }

    /** Cards and pages of cards, which all instances share. */
    public static RedisCacheManager inRedis(RedisConnectionFactory connections, StorefrontSettings settings) {
        return RedisCacheManager.builder(connections)
                .disableCreateOnMissingCache()
                .withCacheConfiguration(CARDS, kept(settings, settings.cardTtl(), ProductCard.class))
                .withCacheConfiguration(PAGES, kept(settings, settings.pageTtl(), ProductListing.class))
                .enableStatistics()
                .build();
    }

    private static RedisCacheConfiguration kept(StorefrontSettings settings, Duration ttl, Class<?> type) {
        return RedisCacheConfiguration.defaultCacheConfig()
                .computePrefixWith(cache -> "%s%s:%s:".formatted(settings.keyPrefix(), cache, FORMAT))
                .entryTtl(new Jitter(ttl, settings.ttlJitterPercent()))
                .serializeValuesWith(SerializationPair.fromSerializer(new JsonValues<>(type)))
                .disableCachingNullValues();
    }

    static Cache cache(CacheManager caches, String name) {
        Cache cache = caches.getCache(name);
        if (cache == null) {
            throw new IllegalArgumentException("There is no cache " + name);
        }
        return cache;
    }
}
