package io.commerceroutes.adapters.product;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.commerceroutes.adapters.product.ProductSource.Found;
import io.commerceroutes.adapters.product.ProductSource.Reading;
import io.commerceroutes.adapters.sql.SharedReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What was read of the catalogue, kept under its revision and read once for all who ask at the same time. After a change
 * only the products that were changed are read.
 */
final class KeptReadings {
    private final ProductSource source;
    private final Duration waitMax;
    private final Cache<Reading, Kept> kept;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<Reading, CompletableFuture<FoundProducts>> running = new ConcurrentHashMap<>();
    /** One at a time, on a thread that the system divides fairly; who comes meanwhile comes again. */
    private final Executor aside = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("read-lists-again").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    /** @param sinceNanos when it was read as a whole */
    private record Kept(FoundProducts found, Instant revision, long sinceNanos) {
        boolean isOf(Instant asked) {
            return !revision.isBefore(asked);
        }
    }

    /** @param nanoTime tells what time it is, as {@link System#nanoTime()} does */
    KeptReadings(ProductSource source, int memoryMegabytesMax, Duration waitMax, LongSupplier nanoTime) {
        this.source = source;
        this.waitMax = waitMax;
        this.nanoTime = nanoTime;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(memoryMegabytesMax * 1024L * 1024L)
                .weigher((Reading reading, Kept value) -> value.found.bytes())
                .build();
    }

    /** What was read, and may no longer be valid. */
    Optional<FoundProducts> peek(Reading reading) {
        return Optional.ofNullable(kept.getIfPresent(reading)).map(Kept::found);
    }

    /**
     * @param revision it must be of this one or a later one
     * @param ageMax what was read longer ago is read again though the revision stands, by one; the others meanwhile get
     *     what there is. From half that age on it is read again aside, and nobody waits
     * @throws org.springframework.dao.QueryTimeoutException if somebody else's reading takes too long
     */
    FoundProducts get(Reading reading, Instant revision, Duration ageMax) {
        Kept known = kept.getIfPresent(reading);
        if (isValid(known, revision, ageMax)) {
            if (!isYounger(known, ageMax.dividedBy(2))) {
                aside.execute(() -> readOnce(reading, revision, ageMax.dividedBy(2), new CompletableFuture<>()));
            }
            return known.found;
        }
        CompletableFuture<FoundProducts> own = new CompletableFuture<>();
        CompletableFuture<FoundProducts> begun = readOnce(reading, revision, ageMax, own);
        return begun != own && known != null && known.isOf(revision)
                ? known.found
                : SharedReading.await(begun, waitMax);
    }

    private boolean isValid(Kept known, Instant asked, Duration ageMax) {
        return known != null && known.isOf(asked) && isYounger(known, ageMax);
    }

    private boolean isYounger(Kept known, Duration ageMax) {
        return nanoTime.getAsLong() - known.sinceNanos < ageMax.toNanos();
    }

    /** Unless somebody is reading it: then that reading is answered, and else {@code own}, which is complete. */
    private CompletableFuture<FoundProducts> readOnce(
            Reading reading, Instant revision, Duration ageMax, CompletableFuture<FoundProducts> own) {
        CompletableFuture<FoundProducts> others = running.putIfAbsent(reading, own);
        if (others == null) {
            read(reading, revision, ageMax, own);
        }
        return others == null ? own : others;
    }

    private void read(Reading reading, Instant revision, Duration ageMax, CompletableFuture<FoundProducts> own) {
        try {
            Kept known = kept.getIfPresent(reading);
            if (!isValid(known, revision, ageMax)) {
                known = Optional.ofNullable(known)
                        .filter(former -> isYounger(former, ageMax))
                        .flatMap(former -> changed(former, revision))
                        .orElseGet(() -> whole(reading));
                kept.put(reading, known);
            }
            own.complete(known.found);
        } catch (RuntimeException | Error failure) {
            own.completeExceptionally(failure);
        } finally {
            running.remove(reading, own);
        }
    }

    private Optional<Kept> changed(Kept former, Instant revision) {
        return source.changedSince(former.revision)
                .map(changes -> new Kept(former.found.after(changes), revision, former.sinceNanos));
    }

    private Kept whole(Reading reading) {
        long sinceNanos = nanoTime.getAsLong();
        Found read = source.read(reading);
        return new Kept(read.products(), read.revision(), sinceNanos);
    }

    /** How much memory is taken. */
    long bytes() {
        kept.cleanUp();
        return kept.asMap().values().stream()
                .mapToLong(value -> value.found.bytes())
                .sum();
    }
}
