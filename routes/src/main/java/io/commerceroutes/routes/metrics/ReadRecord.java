package io.commerceroutes.routes.metrics;

import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventReading;
import org.apache.camel.Exchange;

/** A record from a topic and what it was read as: an event to count, or a product's new name. */
record ReadRecord(Exchange source, EventReading reading) {

    EventKey key() {
        return switch (reading) {
            case EventReading.Countable countable -> countable.key();
            case EventReading.NameChange change -> change.key();
            default -> throw new IllegalStateException("No event: " + reading);
        };
    }
}
