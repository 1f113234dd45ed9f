package io.commerceroutes.routes.event;

import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Message;

/** The headers of a CloudEvents 1.0 message in Kafka's binary mode. */
public final class CloudEvents {
    private static final String SOURCE = "/commerce-api";

    private CloudEvents() {}

    public static void describe(Message message, String id, String type, Instant time, Optional<String> traceparent) {
        message.setHeader("ce_specversion", "1.0");
        message.setHeader("ce_id", id);
        message.setHeader("ce_type", type);
        message.setHeader("ce_source", SOURCE);
        message.setHeader("ce_time", time.toString());
        message.setHeader("content-type", "application/json");
        traceparent.ifPresent(value -> message.setHeader("traceparent", value));
    }
}
