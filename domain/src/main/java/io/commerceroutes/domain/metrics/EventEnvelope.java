package io.commerceroutes.domain.metrics;

import java.time.Instant;

/**
 * What stands around an event's payload, as it came.
 *
 * @param id the {@code ce_id} header, null if missing
 * @param type the {@code ce_type} header, null if missing
 * @param time the {@code ce_time} header, null if missing
 * @param recordedAt when the record was put on its topic
 */
public record EventEnvelope(String id, String type, String time, Instant recordedAt) {}
