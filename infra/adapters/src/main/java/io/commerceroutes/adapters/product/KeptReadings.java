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

/**
 * What was read of the catalogue, kept under its revision and read once for all who ask at the same time. After a change
 * only the products that were changed are read.
 */
final class KeptReadings {
    private final ProductSource source;
    private final Duration waitMax;
    private final Cache<Reading, Kept> kept;
    private final ConcurrentMap<Reading, CompletableFuture<FoundProducts>> running = new ConcurrentHashMap<>();

    /** @param sinceNanos when it was read as a whole */
    private record Kept(FoundProducts found, Instant revision, long sinceNanos) {
        boolean isYoungerThan(Duration ageMax) {
            return System.nanoTime() - sinceNanos < ageMax.toNanos();
        }

        boolean isOf(Instant asked) {
            return !revision.isBefore(asked);
        }

        boolean isOf(Instant asked, Duration ageMax) {
            return isOf(asked) && isYoungerThan(ageMax);
        }
    }

    KeptReadings(ProductSource source, int memoryMegabytesMax, Duration waitMax) {
        this.source = source;
        this.waitMax = waitMax;
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
     *     what there is
     * @throws org.springframework.dao.QueryTimeoutException if somebody else's reading takes too long
     */
    FoundProducts get(Reading reading, Instant revision, Duration ageMax) {
        Kept known = kept.getIfPresent(reading);
        if (known != null && known.isOf(revision, ageMax)) {
            return known.found;
        }
        CompletableFuture<FoundProducts> own = new CompletableFuture<>();
        CompletableFuture<FoundProducts> others = running.putIfAbsent(reading, own);
        if (others == null) {
            read(reading, revision, ageMax, own);
        } else if (known != null && known.isOf(revision)) {
            return known.found;
        }
        return SharedReading.await(others == null ? own : others, waitMax);
    }

    private void read(Reading reading, Instant revision, Duration ageMax, CompletableFuture<FoundProducts> own) {
        try {
            Kept known = kept.getIfPresent(reading);
            if (known == null || !known.isOf(revision, ageMax)) {
                known = Optional.ofNullable(known)
                        .filter(former -> former.isYoungerThan(ageMax))
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
        long sinceNanos = System.nanoTime();
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
