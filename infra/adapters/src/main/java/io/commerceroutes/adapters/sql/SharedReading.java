package io.commerceroutes.adapters.sql;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.QueryTimeoutException;

/** Waits for what another request reads. */
public final class SharedReading {
    private SharedReading() {}

    /**
     * What the other one read; if it failed, its failure.
     *
     * @throws QueryTimeoutException if that takes longer than {@code waitMax}
     */
    public static <V> V await(CompletableFuture<V> reading, Duration waitMax) {
        try {
            return reading.get(waitMax.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException tooLong) {
            throw new QueryTimeoutException("Not read within " + waitMax, tooLong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
