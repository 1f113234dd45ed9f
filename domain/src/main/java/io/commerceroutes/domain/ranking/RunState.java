package io.commerceroutes.domain.ranking;

/** How far a run has come; SUPERSEDED means that a younger run of the same window went ahead of it. */
public enum RunState {
    REQUESTED,
    RUNNING,
    DONE,
    FAILED,
    SUPERSEDED
}
