package io.commerceroutes.routes.metrics;

import io.commerceroutes.domain.metrics.DeadLetter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/** A record that can never be handled, and why. */
record RefusedRecord(Exchange source, String reason) {

    private static final List<String> ADDED = List.of("Camel", "kafka.");

    DeadLetter asDeadLetter() {
        Message message = source.getMessage();
        return new DeadLetter(
                message.getHeader(KafkaConstants.TOPIC, String.class),
                message.getHeader(KafkaConstants.PARTITION, Integer.class),
                message.getHeader(KafkaConstants.OFFSET, Long.class),
                Instant.ofEpochMilli(message.getHeader(KafkaConstants.TIMESTAMP, Long.class)),
                message.getHeader(KafkaConstants.KEY, byte[].class),
                originalHeaders(message),
                message.getBody(byte[].class),
                reason);
    }

    /** The record's own headers: all that Camel did not add. */
    private static Map<String, byte[]> originalHeaders(Message message) {
        Map<String, byte[]> headers = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (value instanceof byte[] bytes && ADDED.stream().noneMatch(name::startsWith)) {
                headers.put(name, bytes);
            }
        });
        return headers;
    }
}
