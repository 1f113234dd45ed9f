package io.commerceroutes.routes.metrics;

import static io.commerceroutes.routes.http.ApiErrors.API_ERRORS;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.kafka;

import io.commerceroutes.domain.metrics.DeadLetters;
import io.commerceroutes.domain.metrics.DeadLetters.Kept;
import io.commerceroutes.routes.http.Answer;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.PathId;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * replay-dead-letter: an operator puts a record that failed back on its topic, as it came, once what made it fail is
 * repaired. However often that is done, its event counts once, by its id.
 */
public class ReplayDeadLetterRoute extends RouteBuilder {
    public static final String REPLAY_DEAD_LETTER = "replay-dead-letter";
    public static final String SEND_REPLAY = "send-replay";

    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArraySerializer";
    private static final String LETTER_ID = "deadLetterId";

    private final DeadLetters deadLetters;

    public ReplayDeadLetterRoute(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public void configure() {
        // spotless:off
        from(direct(REPLAY_DEAD_LETTER))
            .routeId(REPLAY_DEAD_LETTER)
            .routeDescription("Puts a dead letter back on its topic.")
            .routeConfigurationId(API_ERRORS)
            .process(this::find).id("find-dead-letter")
            .process(new AddressingReplay()).id("address-replay")
            // Every record names its own topic, so the one in the address is never used.
            .to(kafka("replays")
                .requestRequiredAcks("all")
                .enableIdempotence(true)
                .deliveryTimeoutMs("{{commerce.metrics.replay-timeout-millis}}")
                .requestTimeoutMs("{{commerce.metrics.replay-request-timeout-millis}}")
                .maxBlockMs("{{commerce.metrics.replay-timeout-millis}}")
                .keySerializer(BYTES)
                .valueSerializer(BYTES)).id(SEND_REPLAY)
            .process(this::noteReplayed).id("note-replayed")
            .marshal().json().id("write-replayed");
        // spotless:on
    }

    private void find(Exchange exchange) {
        long id = PathId.of(exchange.getMessage(), LETTER_ID, "DEAD_LETTER");
        Kept kept = deadLetters.find(id).orElseThrow(() -> ApiProblem.notFound("DEAD_LETTER"));
        exchange.setProperty(LETTER_ID, kept.id());
        exchange.getMessage().setBody(kept.letter());
    }

    private void noteReplayed(Exchange exchange) {
        DeadLetters.Entry replayed = deadLetters.noteReplayed(exchange.getProperty(LETTER_ID, Long.class));
        // The record's own headers are not for the caller.
        exchange.getMessage().removeHeaders("*", Exchange.HTTP_URI);
        Answer.with(exchange, 200, replayed);
    }
}
