package io.commerceroutes.domain.recount;

import io.commerceroutes.domain.metrics.EventEnvelope;

/**
 * A record and where it stands.
 *
 * @param value null if it has none
 */
public record RetainedRecord(String topic, int partition, long offset, EventEnvelope envelope, byte[] value) {}
