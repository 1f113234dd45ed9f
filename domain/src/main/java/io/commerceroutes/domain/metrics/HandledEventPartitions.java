package io.commerceroutes.domain.metrics;

import java.time.LocalDate;

/** The room in which handled events are remembered, one part per day, so that old days can be dropped whole. */
public interface HandledEventPartitions {
    /** Days that one call may prepare at most. */
    int DAYS_MAX = 400;

    /**
     * Prepares a part for each of these days, both ends included, unless it is there; safe to call from several
     * instances at once.
     *
     * @throws IllegalArgumentException when the range is empty or longer than {@link #DAYS_MAX}
     */
    void prepare(LocalDate from, LocalDate to);

    /**
     * Forgets all events of the days before this one; safe to call from several instances at once. A day whose events
     * may still be counted by the store's own clock stays, whatever the caller's says.
     */
    void dropBefore(LocalDate day);
}
