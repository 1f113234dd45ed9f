package io.commerceroutes.routes.metrics;

/** Counts what became of events, batch by batch. */
@FunctionalInterface
public interface BatchTally {
    /** Takes a batch whose offsets are committed. */
    void count(EventBatch batch);
}
