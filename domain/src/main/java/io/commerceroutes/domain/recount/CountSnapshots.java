package io.commerceroutes.domain.recount;

import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.ProductCounts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What was counted at one moment, however much is counted while somebody looks. */
public interface CountSnapshots {
    /** Holds on to this moment until it is closed. */
    Snapshot open();

    /** What was counted at the moment that it was opened. */
    interface Snapshot extends AutoCloseable {
        Set<EventKey> handledAmong(Collection<EventKey> keys);

        /** Which of these events are dead letters. */
        Set<UUID> deadAmong(Collection<UUID> eventIds);

        /** All products' counts of that business day. */
        Map<Long, ProductCounts> countsOf(LocalDate day);

        @Override
        void close();
    }
}
