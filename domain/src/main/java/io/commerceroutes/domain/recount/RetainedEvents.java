package io.commerceroutes.domain.recount;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events that their topics still hold. */
public interface RetainedEvents {
    /** How far the collector has come by now. */
    CommittedOffsets committed();

    /** Begins to read all that the topics hold by now; what comes later is not read. */
    Reading open();

    /** One pass over all records; used by one thread. */
    interface Reading extends AutoCloseable {
        boolean hasMore();

        /**
         * The next records, in the order of each partition; may be none.
         *
         * @throws IllegalStateException when nothing has come for too long
         */
        List<RetainedRecord> poll();

        /** Once all is read: since when the topics hold everything; nothing, when they never dropped a record. */
        Optional<Instant> completeSince();

        @Override
        void close();
    }
}
