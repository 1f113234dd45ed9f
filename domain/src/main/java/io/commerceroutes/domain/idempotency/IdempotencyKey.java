package io.commerceroutes.domain.idempotency;

/**
 * A client's name for one write, unique per user, method and path
 * (<a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">IETF draft</a>).
 *
 * @param fingerprint keyed hash of the body, so that another body under the same key is noticed
 */
public record IdempotencyKey(long userId, String operation, String key, String fingerprint) {}
