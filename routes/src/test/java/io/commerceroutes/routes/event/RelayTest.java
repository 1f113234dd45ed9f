package io.commerceroutes.routes.event;

import static io.commerceroutes.routes.event.RelayOutboxRoute.RELAY_OUTBOX;
import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.domain.event.OutboxEvent;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.Shop;
import java.util.List;
import java.util.Optional;
import org.apache.camel.EndpointInject;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;

/** What tests of the relay share: an outbox that it runs over, and the rounds that it sent to Kafka. */
abstract class RelayTest extends CommerceFlowTest {
    static final String ORDERS = "commerce.orders.v1";
    static final String PAYMENTS = "commerce.payments.v1";

    @EndpointInject("mock:kafka:commerce.orders.v1")
    MockEndpoint kafka;

    RelayTest() {
        super(RELAY_OUTBOX);
    }

    /** Wakes the relay, and waits until it has run once, or as often as it wakes itself. */
    void relay(int runs) {
        long before = journal().count("lease");
        producer.sendBody(WAKE_RELAY, null);
        awaitRuns(before + runs);
    }

    void awaitRuns(long runs) {
        await().atMost(ofSeconds(30)).pollInterval(ofMillis(2)).untilAsserted(() -> {
            assertThat(journal().count("lease")).isEqualTo(runs);
            assertThat(camel.getInflightRepository().size(RELAY_OUTBOX)).isZero();
        });
    }

    void add(long id, String topic, String key) {
        shop.outbox()
                .add(new OutboxEvent(id, topic, key, "event-" + id, "OrderPaid", Shop.NOW, Optional.empty(), "{}"));
    }

    @SuppressWarnings("unchecked")
    List<Message> round(int index) {
        Exchange sent = kafka.getExchanges().get(index);
        return sent.getMessage().getBody(List.class);
    }

    List<Object> ids(int round) {
        return round(round).stream().map(message -> message.getHeader("ce_id")).toList();
    }
}
