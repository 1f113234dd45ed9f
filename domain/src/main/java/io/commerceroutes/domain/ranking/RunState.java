package io.commerceroutes.domain.ranking;

/**
 * How far a run has come; SUPERSEDED means that a younger run of the same window went ahead of it, LOST that nothing was
 * heard of it until its lease had ended.
 */
public enum RunState {
    REQUESTED,
    RUNNING,
    DONE,
    FAILED,
    SUPERSEDED,
    LOST
}
