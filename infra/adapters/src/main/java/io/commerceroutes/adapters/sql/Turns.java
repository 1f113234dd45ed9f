package io.commerceroutes.adapters.sql;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;

/** Lets a few ask the database at a time, and the others in the order in which they came (decision 22). */
public final class Turns {
    private final Bulkhead bulkhead;

    /**
     * @param name by which metrics tell how many more might ask
     * @param atATime how many ask at a time
     * @param waitMax how long one waits for its turn
     */
    public Turns(BulkheadRegistry bulkheads, String name, int atATime, Duration waitMax) {
        BulkheadConfig config = BulkheadConfig.custom()
                .maxConcurrentCalls(atATime)
                .maxWaitDuration(waitMax)
                .fairCallHandlingStrategyEnabled(true)
                .writableStackTraceEnabled(false)
                .build();
        bulkhead = bulkheads.bulkhead(name, config);
    }

    /** @throws QueryTimeoutException if its turn does not come in time, or its thread is stopped before */
    public <T> T take(Supplier<T> question) {
        try {
            return bulkhead.executeSupplier(question);
        } catch (BulkheadFullException | AcquirePermissionCancelledException noTurn) {
            throw new QueryTimeoutException("No turn to ask the database", noTurn);
        }
    }
}
