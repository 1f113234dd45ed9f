package io.commerceroutes.domain.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The records that could not be handled, kept for people. */
public interface DeadLetters {
    /** Keeps a dead letter; one from the same place of the same topic is kept once. */
    void keep(DeadLetter letter);

    /** A page of dead letters, newest first. */
    Page page(int page, int size);

    Optional<Kept> find(long id);

    /** Notes that a dead letter was put back on its topic, and answers what is shown of it now. */
    Entry noteReplayed(long id);

    /** A dead letter with all that came with it. */
    record Kept(long id, DeadLetter letter) {}

    /** What is shown of one dead letter. */
    record Entry(
            long id,
            String topic,
            int partition,
            long offset,
            String eventId,
            String eventType,
            String reason,
            Instant failedAt,
            Instant replayedAt) {}

    /** One page and how many there are in all. */
    record Page(List<Entry> items, long totalCount) {}
}
