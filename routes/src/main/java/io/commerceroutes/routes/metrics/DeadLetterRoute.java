package io.commerceroutes.routes.metrics;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.kafka;

import io.commerceroutes.domain.metrics.DeadLetters;
import org.apache.camel.builder.RouteBuilder;

/** Takes records that can never be handled out of a batch: into a table for people, and onto their dead-letter topic. */
public class DeadLetterRoute extends RouteBuilder {
    public static final String DEAD_LETTER_RECORDS = "dead-letter-records";
    public static final String KEEP_DEAD_LETTER = "keep-dead-letter";
    public static final String SEND_DEAD_LETTER = "send-dead-letter";

    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArraySerializer";

    private final DeadLetters deadLetters;

    public DeadLetterRoute(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public void configure() {
        // spotless:off
        from(direct(DEAD_LETTER_RECORDS))
            .routeId(DEAD_LETTER_RECORDS)
            .routeDescription("Takes records that can never succeed to their dead letter topic.")
            .split().exchange(exchange -> EventBatch.of(exchange).refused()).stopOnException().id("each-refused-record")
                .setBody().exchange(exchange -> exchange.getMessage().getBody(RefusedRecord.class).asDeadLetter()).id("read-refused-record")
                .bean(deadLetters, "keep").id(KEEP_DEAD_LETTER)
                .process(new AddressingDeadLetter("{{commerce.metrics.dead-letter-suffix}}")).id("address-dead-letter")
                // Every record names its own topic, so the one in the address is never used.
                .to(kafka("dead-letters")
                    .requestRequiredAcks("all")
                    .enableIdempotence(true)
                    .deliveryTimeoutMs("{{commerce.metrics.dead-letter-timeout-millis}}")
                    .requestTimeoutMs("{{commerce.metrics.dead-letter-request-timeout-millis}}")
                    .maxBlockMs("{{commerce.metrics.dead-letter-timeout-millis}}")
                    .keySerializer(BYTES)
                    .valueSerializer(BYTES)).id(SEND_DEAD_LETTER)
            .end();
        // spotless:on
    }
}
