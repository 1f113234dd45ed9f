package io.commerceroutes.domain.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What one record on a topic turned out to be. */
public sealed interface EventReading {

    /** An event that changes counts of one business day. */
    record Countable(EventKey key, LocalDate businessDay, List<ProductDelta> deltas) implements EventReading {
        public Countable {
            deltas = List.copyOf(deltas);
        }
    }

    /** A product has this name since then. */
    record NameChange(EventKey key, long productId, String name, Instant changedAt) implements EventReading {}

    /** A type that is not counted; {@code known} tells one of ours from one never heard of. */
    record Skipped(String type, boolean known) implements EventReading {}

    /** A record that can never be counted, and why. */
    record Rejected(String reason) implements EventReading {}
}
