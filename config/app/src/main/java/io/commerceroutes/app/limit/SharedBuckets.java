package io.commerceroutes.app.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ExecutionStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Buckets in Redis that all instances draw from. Each instance counts a small part of a limit by itself before it tells
 * the others, so that few requests wait for Redis (decision 15).
 */
class SharedBuckets {
    /** How long Redis keeps a bucket that has long been full. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final ProxyManager<byte[]> redis;
    private final RateLimitProperties settings;
    private final Cache<String, Bucket> inUse;

    /** @param timeout of one look at Redis, retries included */
    SharedBuckets(
            LettuceConnectionFactory connections,
            CircuitBreaker breaker,
            Duration timeout,
            RateLimitProperties settings) {
        this.redis = new LettuceBasedProxyManagerBuilder<byte[]>(new SpringRedis<>(connections))
                .requestTimeout(timeout)
                .executionStrategy(new Guarded(breaker))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
                .build();
        this.settings = settings;
        this.inUse = Caffeine.newBuilder()
                .maximumSize(settings.holdersMax())
                .expireAfterAccess(settings.shareAfter().plus(KEPT))
                .build();
    }

    Bucket of(Claim claim) {
        return inUse.get(claim.limit().key(claim.holder()), key -> bucket(claim.limit(), key));
    }

    private Bucket bucket(RateLimit limit, String key) {
        return redis.builder()
                .withOptimization(unshared(limit))
                .build(
                        (settings.keyPrefix() + key).getBytes(StandardCharsets.UTF_8),
                        () -> BucketConfiguration.builder()
                                .addLimit(limit.bandwidth())
                                .build());
    }

    /** A limit too small to have a part is exact: requests that come at once ask Redis together, each after the last. */
    private Optimization unshared(RateLimit limit) {
        long requests = limit.perSecond() * settings.unsharedPercent() / 100;
        return requests == 0
                ? Optimizations.batching()
                : Optimizations.delaying(new DelayParameters(requests, settings.shareAfter()));
    }

    /** Only what does go to Redis passes the breaker: what is counted here says nothing of how Redis is. */
    private record Guarded(CircuitBreaker breaker) implements ExecutionStrategy {
        @Override
        public <T> T execute(Supplier<T> call) {
            return breaker.executeSupplier(call);
        }

        @Override
        public <T> CompletableFuture<T> executeAsync(Supplier<CompletableFuture<T>> call) {
            return breaker.executeCompletionStage(call::get).toCompletableFuture();
        }
    }
}
