package io.commerceroutes.routes.event;

import static io.commerceroutes.routes.event.RelayOutboxRoute.RELAY_OUTBOX;
import static io.commerceroutes.routes.event.RelayOutboxRoute.TICK_RELAY;
import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.domain.event.OutboxEvent;
import io.commerceroutes.routes.shop.Shop;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.junit.jupiter.api.Test;

class RelayOutboxRouteTest extends RelayTest {
    @Test
    void an_event_leaves_with_its_topic_key_and_headers() {
        shop.outbox()
                .add(new OutboxEvent(
                        1,
                        PAYMENTS,
                        "order-1",
                        "event-1",
                        "PaymentApproved",
                        Shop.NOW,
                        Optional.of("00-1-2-01"),
                        "{\"orderId\":\"order-1\"}"));

        relay(1);

        Message sent = round(0).getFirst();
        assertThat(sent.getBody()).isEqualTo("{\"orderId\":\"order-1\"}");
        assertThat(sent.getHeaders())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        KafkaConstants.OVERRIDE_TOPIC,
                        PAYMENTS,
                        KafkaConstants.KEY,
                        "order-1",
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        "event-1",
                        "ce_type",
                        "PaymentApproved",
                        "ce_source",
                        "/commerce-api",
                        "ce_time",
                        "2026-11-22T03:04:05Z",
                        "content-type",
                        "application/json",
                        "traceparent",
                        "00-1-2-01"));
        assertThat(journal().entries()).containsExactly("lease", "oldest", "remove [1]");
        assertThat(shop.outbox()).isEmpty();
    }

    @Test
    void an_event_of_no_trace_leaves_without_one() {
        add(1, ORDERS, "a");

        relay(1);

        assertThat(round(0).getFirst().getHeaders()).doesNotContainKey("traceparent");
    }

    @Test
    void each_message_of_a_round_is_sent_with_headers_of_its_own_and_awaited() {
        KafkaEndpoint endpoint = camel.getEndpoints().stream()
                .filter(KafkaEndpoint.class::isInstance)
                .map(KafkaEndpoint.class::cast)
                .filter(toKafka -> ORDERS.equals(toKafka.getConfiguration().getTopic()))
                .findAny()
                .orElseThrow();

        assertThat(endpoint.getConfiguration().isBatchWithIndividualHeaders()).isTrue();
        assertThat(endpoint.getConfiguration().isSynchronous()).isTrue();
    }

    @Test
    void a_keys_next_event_leaves_in_the_round_after_the_one_before_it() {
        add(1, ORDERS, "a");
        add(2, ORDERS, "a");
        add(3, ORDERS, "b");
        add(4, PAYMENTS, "a");

        relay(1);

        assertThat(kafka.getExchanges()).hasSize(2);
        assertThat(ids(0)).containsExactly("event-1", "event-3", "event-4");
        assertThat(ids(1)).containsExactly("event-2");
        assertThat(shop.outbox()).isEmpty();
    }

    @Test
    void with_nothing_to_send_kafka_is_left_alone() {
        relay(1);

        assertThat(kafka.getExchanges()).isEmpty();
        assertThat(journal().entries()).containsExactly("lease", "oldest", "remove []");
        assertThat(waitingFor(WAKE_RELAY)).isZero();
    }

    @Test
    void a_full_batch_wakes_the_relay_for_what_is_left() {
        Stream.of(1, 2, 3, 4, 5, 6).forEach(id -> add(id, ORDERS, "a"));

        relay(2);

        assertThat(kafka.getExchanges()).hasSize(6);
        assertThat(journal().entries())
                .containsExactly("lease", "oldest", "remove [1, 2, 3, 4, 5]", "lease", "oldest", "remove [6]");
    }

    @Test
    void a_tick_wakes_the_relay() throws Exception {
        start(TICK_RELAY);

        await().atMost(ofSeconds(30)).until(() -> journal().count("lease") > 0);
        camel.getRouteController().stopRoute(TICK_RELAY);
        camel.getRouteController().stopRoute(RELAY_OUTBOX);
    }
}
