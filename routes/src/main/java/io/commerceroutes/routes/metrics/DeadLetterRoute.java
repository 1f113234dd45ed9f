package io.commerceroutes.routes.metrics;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.kafka;

import io.commerceroutes.domain.metrics.DeadLetters;
import io.commerceroutes.routes.http.FailureKinds;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Takes records that can never be handled out of a batch: into a table for people, and onto their dead-letter topic, if
 * that takes them.
 */
public class DeadLetterRoute extends RouteBuilder {
    public static final String DEAD_LETTER_RECORDS = "dead-letter-records";
    public static final String KEEP_DEAD_LETTER = "keep-dead-letter";
    public static final String SEND_DEAD_LETTER = "send-dead-letter";

    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArraySerializer";

    private final DeadLetters deadLetters;
    private final FailureKinds failureKinds;

    public DeadLetterRoute(DeadLetters deadLetters, FailureKinds failureKinds) {
        this.deadLetters = deadLetters;
        this.failureKinds = failureKinds;
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
                .process(new AddressingDeadLetter()).id("address-dead-letter")
                .doTry()
                    // Every record names its own topic, so the one in the address is never used.
                    .to(kafka("dead-letters")
                        .requestRequiredAcks("all")
                        .enableIdempotence(true)
                        .deliveryTimeoutMs("{{commerce.metrics.dead-letter-timeout-millis}}")
                        .requestTimeoutMs("{{commerce.metrics.dead-letter-request-timeout-millis}}")
                        .maxBlockMs("{{commerce.metrics.dead-letter-timeout-millis}}")
                        .keySerializer(BYTES)
                        .valueSerializer(BYTES)).id(SEND_DEAD_LETTER)
                // With where it came from it is larger than it was, and it may have come compressed; the table has it.
                .doCatch(Exception.class).onWhen(this::isTooLarge)
                    .log(LoggingLevel.WARN, "A dead letter is too large for its topic, the table alone keeps it: ${header.dlq_topic}, partition ${header.dlq_partition}, offset ${header.dlq_offset}").id("log-large-dead-letter")
                .end()
            .end();
        // spotless:on
    }

    private boolean isTooLarge(Exchange exchange) {
        return failureKinds.isTooLarge(exchange.getException());
    }
}
