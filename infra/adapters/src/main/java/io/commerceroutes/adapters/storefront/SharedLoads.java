package io.commerceroutes.adapters.storefront;

import io.commerceroutes.adapters.sql.SharedReading;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.cache.Cache;

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

    /** @throws org.springframework.dao.QueryTimeoutException if somebody else's loading takes too long */
    V get(K key, Supplier<V> loading) {
        CompletableFuture<Seen<V>> own = new CompletableFuture<>();
        CompletableFuture<Seen<V>> shared = remembered.retrieve(key, () -> own);
        return shared == own
                ? load(own, loading)
                : SharedReading.await(shared, waitMax).value();
    }

    /** Also what is being loaded at this moment: who asks from now on loads anew. */
    void forget(K key) {
        remembered.evict(key);
    }

    void forgetAll() {
        remembered.clear();
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
}
