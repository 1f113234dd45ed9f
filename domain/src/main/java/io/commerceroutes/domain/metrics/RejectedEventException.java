package io.commerceroutes.domain.metrics;

/** Ends the reading of an event that can never be counted; its message is the reason and repeats no field's value. */
final class RejectedEventException extends RuntimeException {
    RejectedEventException(String reason) {
        super(reason, null, false, false);
    }
}
