package io.commerceroutes.domain.metrics;

/** An event of the batch was counted before: the batch must be repeated without it. */
public class AlreadyHandledException extends RuntimeException {
    public AlreadyHandledException(Throwable cause) {
        super("An event of this batch was handled before", cause);
    }
}
