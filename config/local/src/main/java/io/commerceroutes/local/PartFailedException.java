package io.commerceroutes.local;

/** A part of the local platform did not start. */
final class PartFailedException extends RuntimeException {
    private final Part part;

    PartFailedException(Part part, Throwable cause) {
        super(part.title() + " did not start", cause);
        this.part = part;
    }

    Part part() {
        return part;
    }
}
