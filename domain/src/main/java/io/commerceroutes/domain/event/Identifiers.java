package io.commerceroutes.domain.event;

/** Makes ids that are unique, ordered by time and not to be guessed from one another (UUID version 7, RFC 9562). */
public interface Identifiers {
    String next();
}
