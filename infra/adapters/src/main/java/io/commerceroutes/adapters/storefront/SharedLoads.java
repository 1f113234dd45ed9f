package io.commerceroutes.adapters.storefront;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.cache.Cache;
import org.springframework.dao.QueryTimeoutException;

/**
 * Values that are loaded once for all who ask for them at the same time, and then remembered; failures are not. Who asks
 * first loads on its own thread and outside of any lock of the cache, the others wait for it.
 */
final class SharedLoads<K, V> {
    private final Cache remembered;
    private final Duration waitMax;

    /** @param remembered asynchronous, and without null values: it answers the very future that it was given */
    SharedLoads(Cache remembered, Duration waitMax) {
        this.remembered = remembered;
        this.waitMax = waitMax;
    }

    /** @throws QueryTimeoutException if somebody else's loading takes too long */
    V get(K key, Supplier<V> loading) {
        CompletableFuture<Seen<V>> own = new CompletableFuture<>();
        CompletableFuture<Seen<V>> shared = remembered.retrieve(key, () -> own);
        return shared == own ? load(own, loading) : await(shared);
    }

    private V load(CompletableFuture<Seen<V>> own, Supplier<V> loading) {
        long sinceNanos = System.nanoTime();
        try {
            V value = loading.get();
            own.complete(new Seen<>(value, sinceNanos));
            return value;
        } catch (RuntimeException | Error failure) {
            own.completeExceptionally(failure);
            throw failure;
        }
    }

    private V await(CompletableFuture<Seen<V>> shared) {
        try {
            return shared.get(waitMax.toNanos(), TimeUnit.NANOSECONDS).value();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException tooLong) {
            throw new QueryTimeoutException("Not loaded within " + waitMax, tooLong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
