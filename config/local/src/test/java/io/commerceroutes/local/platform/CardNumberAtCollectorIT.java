package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Our own events bring no card number, dead or not; one that somebody's record brings stays in that record. */
@OnSharedApi
@OnSharedCollector
class CardNumberAtCollectorIT {
    private static final KnownCardNumber CARD = new KnownCardNumber("4532-7891-2345-6786");
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";
    private static final String VIEW = "{\"productId\":960,\"cardNo\":\"%s\"}".formatted(CARD.number());

    private final RunningApi api;
    private final RunningCollector collector;

    CardNumberAtCollectorIT(RunningApi api, RunningCollector collector) {
        this.api = api;
        this.collector = collector;
    }

    @Test
    void dead_letters_made_of_our_own_events_carry_none() {
        Customer customer = new Customer(api.shop(), api.customer(0));
        String orderId =
                customer.orderByCard(api.product(100, 1), 1, 0, CARD.number()).text("orderId");
        customer.cancel(orderId);
        List<ConsumerRecord<byte[], byte[]>> events = awaitRecords(topicOfOrders(), orderId, 2);

        for (ConsumerRecord<byte[], byte[]> event : events) {
            Map<String, String> headers = new HashMap<>();
            event.headers().forEach(header -> headers.put(header.key(), KafkaTopicCopy.header(event, header.key())));
            headers.put("ce_time", LONG_AGO);
            collector.events().put(collector.orders(), orderId, event.value(), headers);
        }

        List<ConsumerRecord<byte[], byte[]>> dead = awaitRecords(collector.orders() + ".dlq", orderId, 2);
        collector.awaitEverythingCommitted();
        assertThat(dead)
                .extracting(letter -> KafkaTopicCopy.header(letter, "ce_type"))
                .containsExactly("OrderCreated", "OrderCanceled");
        assertSoftly(places -> {
            CARD.assertNotIn(
                    places, "events", events.stream().map(KeptTexts::of).toList());
            CARD.assertNotIn(
                    places, "dead letters", dead.stream().map(KeptTexts::of).toList());
        });
    }

    @Test
    void one_that_a_record_brings_is_told_nowhere_else() {
        List<ConsumerRecord<byte[], byte[]>> dead;
        List<String> log;
        try (LogLines lines = new LogLines()) {
            sendWhatIsCountedOrSkipped();
            dead = awaitRecords(collector.catalog() + ".dlq", CARD.number(), sendWhatDies());
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(collector.views(960)).isOne());
            collector.awaitEverythingCommitted();
            log = lines.all();
        }

        assertThat(dead).allMatch(letter -> CARD.isIn(KeptTexts.of(letter)), "as it came");
        List<String> reasons = dead.stream()
                .map(letter -> KafkaTopicCopy.header(letter, "dlq_reason"))
                .toList();
        ShopClient open = new ShopClient(TestPlatform.baseUrl(collector.context()));
        String headers = open.get("/api/v1/rankings/daily", "X-Correlation-Id", CARD.number())
                .headers()
                .map()
                .toString();
        List<String> jolokia = JolokiaValues.all(collector.context().getBean(CamelContext.class), this::jolokia);
        assertSoftly(places -> {
            CARD.assertNotIn(places, "reasons", reasons);
            CARD.assertNotIn(places, "list of dead letters", List.of(operators("/api/v1/ops/dead-letters?size=100")));
            CARD.assertNotIn(places, "answer to who calls by it", List.of(headers));
            CARD.assertNotIn(places, "audit", List.of(operators("/api/v1/ops/audit")));
            CARD.assertNotIn(
                    places, "metrics", open.text("/actuator/prometheus").lines().toList());
            CARD.assertNotIn(
                    places, "tables", KeptTexts.tables(collector.database(), List.of("record_key", "record_value")));
            CARD.assertNotIn(
                    places, "Redis", RedisContents.all(collector.context().getBean(RedisConnectionFactory.class)));
            CARD.assertNotIn(places, "Jolokia", jolokia);
            CARD.assertNotIn(places, "log", log);
        });
    }

    private void sendWhatIsCountedOrSkipped() {
        put(header("x-card", CARD.number()), VIEW);
        put(header("ce_type", CARD.number()), VIEW);
    }

    /** Answers how many records that is. */
    private int sendWhatDies() {
        put(header("ce_id", CARD.number()), VIEW);
        put(header("ce_time", CARD.number()), VIEW);
        put(header("ce_time", LONG_AGO), VIEW);
        put(header("ce_type", "ProductChanged"), VIEW);
        put(Map.of(), "{\"productId\":\"%s\"}".formatted(CARD.number()));
        put(Map.of(), "{\"productId\":\"%s".formatted(CARD.number()));
        put(Map.of(), CARD.number());
        return 7;
    }

    private static Map<String, String> header(String name, String value) {
        return Map.of(name, value);
    }

    /** A view, but for these headers. */
    private void put(Map<String, String> otherHeaders, String value) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                "ProductViewed",
                "ce_time",
                Instant.now().toString(),
                "ce_specversion",
                "1.0"));
        headers.putAll(otherHeaders);
        collector.events().put(collector.catalog(), CARD.number(), value.getBytes(StandardCharsets.UTF_8), headers);
    }

    private List<ConsumerRecord<byte[], byte[]>> awaitRecords(String topic, String key, int number) {
        return await().atMost(LIMIT)
                .until(
                        () -> KafkaTopicCopy.read(collector.brokers(), topic).stream()
                                .filter(record -> key.equals(new String(record.key(), StandardCharsets.UTF_8)))
                                .toList(),
                        records -> records.size() == number);
    }

    private String topicOfOrders() {
        return api.context().getEnvironment().getRequiredProperty("commerce.topics.orders");
    }

    private String operators(String path) {
        return collector.client().get(path, "OPS").body().toString();
    }

    private JsonNode jolokia(String request) {
        return collector.client().post(JolokiaValues.PATH, "OPS", request).body();
    }
}
