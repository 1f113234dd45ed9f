package io.commerceroutes.adapters.event;

import io.commerceroutes.domain.event.OrderEvent;
import java.util.List;

/** Told to the application while the transaction that writes the events is still open: they have happened once it commits. */
public record OrderEventsWritten(List<OrderEvent> events) {
    public OrderEventsWritten {
        events = List.copyOf(events);
    }
}
