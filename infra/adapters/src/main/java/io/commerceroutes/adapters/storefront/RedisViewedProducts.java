package io.commerceroutes.adapters.storefront;

import io.commerceroutes.domain.product.ViewedProducts;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.data.redis.core.script.RedisScript;

/** Views in Redis, in one sorted set for each UTC day, of which the last two count. Only the most viewed are kept. */
public class RedisViewedProducts implements ViewedProducts {
    private static final Duration KEPT = Duration.ofDays(2);
    /** A pipeline would be given a connection of its own each time. */
    private static final RedisScript<Void> COUNT = RedisScript.of("""
            for i = 3, #ARGV, 2 do
              redis.call('ZINCRBY', KEYS[1], ARGV[i + 1], ARGV[i])
            end
            redis.call('ZREMRANGEBYRANK', KEYS[1], 0, ARGV[1])
            redis.call('EXPIRE', KEYS[1], ARGV[2])
            """);

    private final StringRedisTemplate redis;
    private final RedisGuard guard;
    private final Clock clock;
    private final String keyPrefix;
    private final int productsMax;

    /**
     * @param keyPrefix what all keys begin with
     * @param productsMax products that a day remembers
     */
    public RedisViewedProducts(
            StringRedisTemplate redis, CircuitBreaker redisBreaker, Clock clock, String keyPrefix, int productsMax) {
        this.redis = redis;
        this.guard = new RedisGuard(redisBreaker);
        this.clock = clock;
        this.keyPrefix = keyPrefix;
        this.productsMax = productsMax;
    }

    @Override
    public void count(Map<Long, Long> views) {
        List<String> counted = new ArrayList<>();
        counted.add(Integer.toString(-productsMax - 1));
        counted.add(Long.toString(KEPT.toSeconds()));
        views.forEach((productId, times) -> {
            counted.add(productId.toString());
            counted.add(times.toString());
        });
        guard.tell(() -> redis.execute(COUNT, List.of(key(today())), counted.toArray()));
    }

    @Override
    public List<Long> mostViewed(int limit) {
        Map<Long, Double> views = new HashMap<>();
        Stream.of(today(), today().minusDays(1))
                .forEach(day -> mostViewed(day, limit)
                        .forEach(product -> views.merge(productId(product), score(product), Double::sum)));
        return views.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Set<TypedTuple<String>> mostViewed(LocalDate day, int limit) {
        return guard.ask(() -> redis.opsForZSet().reverseRangeWithScores(key(day), 0, limit - 1L))
                .orElse(Set.of());
    }

    private static long productId(TypedTuple<String> product) {
        return Long.parseLong(Optional.ofNullable(product.getValue()).orElseThrow());
    }

    private static double score(TypedTuple<String> product) {
        return Optional.ofNullable(product.getScore()).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private String key(LocalDate day) {
        return keyPrefix + "views:" + day;
    }
}
