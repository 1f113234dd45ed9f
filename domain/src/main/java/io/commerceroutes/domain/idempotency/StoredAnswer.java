package io.commerceroutes.domain.idempotency;

/** The answer to the request that used a key first. */
public record StoredAnswer(String fingerprint, int status, String location, String body) {}
