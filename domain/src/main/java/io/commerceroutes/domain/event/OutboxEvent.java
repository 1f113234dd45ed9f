package io.commerceroutes.domain.event;

import java.time.Instant;
import java.util.Optional;

/** An event on its way to Kafka: one row of the outbox. */
public record OutboxEvent(
        long id,
        String topic,
        String key,
        String eventId,
        String type,
        Instant time,
        Optional<String> traceparent,
        String payload) {}
