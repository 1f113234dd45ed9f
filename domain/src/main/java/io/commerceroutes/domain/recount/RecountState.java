package io.commerceroutes.domain.recount;

/** How far a recount has come. */
public enum RecountState {
    REQUESTED,
    RUNNING,
    DONE,
    FAILED
}
