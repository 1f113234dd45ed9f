package io.commerceroutes.domain.ranking;

/** A younger run holds the window, or this one counts as lost: what it made must not be shown. */
public class SupersededRunException extends RuntimeException {
    public SupersededRunException(long runId) {
        super("Run %d lost its window to a younger one, or its lease".formatted(runId));
    }
}
