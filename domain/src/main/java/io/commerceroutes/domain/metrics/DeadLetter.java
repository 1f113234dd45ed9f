package io.commerceroutes.domain.metrics;

import java.time.Instant;
import java.util.Map;

/**
 * A record that can never be handled, as it came, and why.
 *
 * @param key the record's key, null if it had none
 * @param value the record's value, null if it had none
 * @param reason one line, without the record's data
 */
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        Instant recordedAt,
        byte[] key,
        Map<String, byte[]> headers,
        byte[] value,
        String reason) {
    public DeadLetter {
        headers = Map.copyOf(headers);
    }

    /** Where the dead letters of a topic go. */
    public static String topicOf(String topic) {
        return topic + ".dlq";
    }
}
