package io.commerceroutes.routes.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.domain.metrics.DeadLetter;
import io.commerceroutes.domain.metrics.DeadLetters;
import io.commerceroutes.routes.collector.CollectorFlowTest;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.EndpointInject;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

class ReplayDeadLetterRouteTest extends CollectorFlowTest {
    private static final String REPLAY = "/api/v1/ops/dead-letters/7/replay";

    @EndpointInject("mock:kafka:replays")
    private MockEndpoint topics;

    @Test
    void a_dead_letter_goes_back_to_its_topic_as_it_came_and_is_noted_after_that() throws Exception {
        keep(Records.bytes("key"), Records.bytes("value"));
        topics.expectedMessageCount(1);
        topics.whenAnyExchangeReceived(sending -> verify(deadLetters, never()).noteReplayed(anyLong()));

        JsonNode shown = ok(api.post(REPLAY, ""));

        topics.assertIsSatisfied();
        Message sent = topics.getExchanges().getFirst().getMessage();
        assertThat(sent.getBody(String.class)).isEqualTo("value");
        assertThat(sent.getHeader(KafkaConstants.KEY, String.class)).isEqualTo("key");
        assertThat(sent.getHeader(KafkaConstants.OVERRIDE_TOPIC)).isEqualTo(Records.ORDERS);
        assertThat(sent.getHeader(KafkaConstants.OVERRIDE_TIMESTAMP)).isEqualTo(NOW.toEpochMilli());
        assertThat(sent.getHeader("ce_type", String.class)).isEqualTo("OrderPaid");
        assertThat(sent.getHeaders().keySet())
                .filteredOn(name -> !name.startsWith("Camel") && !name.startsWith("kafka."))
                .containsExactlyInAnyOrder("ce_type", "Location");
        assertThat(shown.get("id").asLong()).isEqualTo(7);
        assertThat(shown.get("replayedAt").asText()).isNotBlank();
    }

    @Test
    void headers_of_the_record_are_none_of_the_answer() {
        keep(Records.bytes("key"), Records.bytes("value"));

        assertThat(api.post(REPLAY, "").header("Location")).isEmpty();
    }

    @Test
    void a_record_without_key_and_value_goes_back_without_them() throws Exception {
        keep(null, null);
        topics.expectedMessageCount(1);

        ok(api.post(REPLAY, ""));

        topics.assertIsSatisfied();
        Message sent = topics.getExchanges().getFirst().getMessage();
        assertThat(sent.getBody()).isNull();
        assertThat(sent.getHeaders()).doesNotContainKey(KafkaConstants.KEY);
    }

    @Test
    void while_kafka_is_away_the_caller_is_asked_to_come_again_and_nothing_is_noted() {
        keep(Records.bytes("key"), Records.bytes("value"));
        topics.whenAnyExchangeReceived(sending -> sending.setException(TechnicalFailure.outage()));

        Reply answer = api.post(REPLAY, "");

        JsonNode problem = assertProblem(answer, 503, "UNAVAILABLE");
        assertThat(problem.get("instance").asText()).isEqualTo(REPLAY);
        assertThat(answer.header("Retry-After")).hasValue("1");
        verify(deadLetters, never()).noteReplayed(anyLong());
    }

    @Test
    void one_that_is_too_large_for_its_topic_is_refused_and_not_noted() {
        keep(Records.bytes("key"), Records.bytes("value"));
        topics.whenAnyExchangeReceived(sending -> sending.setException(TechnicalFailure.tooLarge()));

        JsonNode problem = assertProblem(api.post(REPLAY, ""), 409, "RECORD_TOO_LARGE");

        assertThat(problem.get("instance").asText()).isEqualTo(REPLAY);
        verify(deadLetters, never()).noteReplayed(anyLong());
    }

    @Test
    void a_dead_letter_that_there_is_none_of_is_not_found() {
        when(deadLetters.find(7)).thenReturn(Optional.empty());

        assertProblem(api.post(REPLAY, ""), 404, "DEAD_LETTER_NOT_FOUND");
        assertProblem(api.post("/api/v1/ops/dead-letters/x/replay", ""), 404, "DEAD_LETTER_NOT_FOUND");
    }

    private void keep(byte[] key, byte[] value) {
        DeadLetter letter = new DeadLetter(
                Records.ORDERS,
                1,
                9,
                NOW,
                key,
                Map.of("ce_type", Records.bytes("OrderPaid"), "Location", Records.bytes("https://elsewhere")),
                value,
                "why");
        when(deadLetters.find(7)).thenReturn(Optional.of(new DeadLetters.Kept(7, letter)));
        when(deadLetters.noteReplayed(7))
                .thenReturn(new DeadLetters.Entry(7, Records.ORDERS, 1, 9, null, "OrderPaid", "why", NOW, NOW));
    }
}
