package io.commerceroutes.routes.http;

/** Who sent the request that this thread serves, as its verified token says. */
public interface Caller {
    /** The user's id, the token's {@code sub}. */
    long userId();
}
