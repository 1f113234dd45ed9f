package io.commerceroutes.domain.metrics;

/** The store refuses these counts for what they are: repeating the same ones can never succeed. */
public class UncountableException extends RuntimeException {
    public UncountableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
