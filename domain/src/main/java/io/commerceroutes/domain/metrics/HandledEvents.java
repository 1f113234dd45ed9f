package io.commerceroutes.domain.metrics;

import java.util.Collection;
import java.util.Set;

/** Remembers which events were counted; writing joins the caller's transaction. */
public interface HandledEvents {
    /**
     * Marks all of these events as handled, or none.
     *
     * @throws AlreadyHandledException when one of them was handled before
     */
    void markAll(Collection<EventKey> keys);

    /** Which of these events were handled before. */
    Set<EventKey> handledAmong(Collection<EventKey> keys);
}
