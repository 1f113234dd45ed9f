package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.platform.CollectorClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What can never be counted is taken out, and all around it counts. Each test has products of its own. */
@OnSharedCollector
class DeadLettersIT {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /** What a producer sends in one request, by default; a dead letter's headers come on top of the record's own. */
    private static final int RECORD_BYTES_MAX = 1024 * 1024;

    private final RunningCollector collector;
    private final EventPublisher events;
    private final JdbcTemplate database;

    DeadLettersIT(RunningCollector collector) {
        this.collector = collector;
        this.events = collector.events();
        this.database = collector.database();
    }

    @Test
    void a_poison_record_goes_to_the_dead_letters_and_the_rest_is_counted() {
        UUID poison = UUID.randomUUID();
        events.send(collector.orders(), poison, "OrderPaid", Instant.now(), "{\"items\":\"none\"");
        events.view(collector.catalog(), UUID.randomUUID(), Instant.now(), 200);
        events.flush();

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(collector.views(200)).isOne());
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonNode letters = collector
                    .client()
                    .get("/api/v1/ops/dead-letters?size=100", "OPS")
                    .body();
            assertThat(letters.get("items").findValuesAsText("eventId")).contains(poison.toString());
        });
        ConsumerRecord<byte[], byte[]> letter = awaitDeadLetter(collector.orders() + ".dlq", poison);
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{\"items\":\"none\"");
        assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo(poison.toString());
        assertThat(KafkaTopicCopy.header(letter, "dlq_topic")).isEqualTo(collector.orders());
        assertThat(KafkaTopicCopy.header(letter, "dlq_reason")).contains("JSON");
        assertThat(KafkaTopicCopy.header(letter, "ce_type")).isEqualTo("OrderPaid");
    }

    @Test
    void an_event_whose_count_does_not_fit_is_taken_out_of_its_batch() {
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, SEOUL);
        database.update("INSERT INTO product_metrics VALUES (?, 301, 0, 0, 0, 0, ?)", today, Long.MAX_VALUE);
        UUID guilty = UUID.randomUUID();
        IntStream.range(0, 20).forEach(i -> events.view(collector.catalog(), UUID.randomUUID(), Instant.now(), 300));
        events.sale(collector.orders(), guilty, "OrderPaid", now, 301, 1, 100);
        IntStream.range(0, 20).forEach(i -> events.view(collector.catalog(), UUID.randomUUID(), Instant.now(), 300));
        events.flush();

        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(collector.views(300)).isEqualTo(40);
            assertThat(database.queryForList(
                            "SELECT reason FROM dead_letter WHERE event_id = ?", String.class, guilty.toString()))
                    .hasSize(1);
        });
        database.update("DELETE FROM product_metrics WHERE product_id = 301");
    }

    @Test
    void a_dead_event_that_is_put_back_twice_counts_once() {
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, SEOUL);
        UUID id = UUID.randomUUID();
        database.update("INSERT INTO product_metrics VALUES (?, 302, 0, 0, 0, 0, ?)", today, Long.MAX_VALUE);
        events.sale(collector.orders(), id, "OrderPaid", now, 302, 2, 100);
        events.flush();
        long letter = await().atMost(LIMIT)
                .until(
                        () -> database.queryForList(
                                "SELECT id FROM dead_letter WHERE event_id = ?", Long.class, id.toString()),
                        ids -> ids.size() == 1)
                .getFirst();
        database.update("UPDATE product_metrics SET sales_amount = 0 WHERE product_id = 302");

        for (int time = 0; time < 2; time++) {
            Answer answer = collector.client().post("/api/v1/ops/dead-letters/" + letter + "/replay", "OPS", "");
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
            assertThat(answer.body().get("replayedAt").asText()).isNotBlank();
        }

        await().atMost(LIMIT).untilAsserted(() -> assertThat(sold(302)).isEqualTo(2));
        collector.awaitEverythingCommitted();
        assertThat(sold(302)).isEqualTo(2);
        List<ConsumerRecord<byte[], byte[]>> records =
                KafkaTopicCopy.read(collector.brokers(), collector.orders()).stream()
                        .filter(record -> id.toString().equals(KafkaTopicCopy.header(record, "ce_id")))
                        .toList();
        assertThat(records).hasSize(3);
        assertThat(records).allSatisfy(record -> {
            assertThat(record.headers().toArray()).hasSize(4);
            assertThat(record.key()).isEqualTo(records.getFirst().key());
            assertThat(record.value()).isEqualTo(records.getFirst().value());
            assertThat(record.partition()).isEqualTo(records.getFirst().partition());
            assertThat(record.timestamp()).isEqualTo(records.getFirst().timestamp());
        });
    }

    @Test
    void records_that_are_too_large_for_the_dead_letter_topic_are_kept_and_hold_nothing_up() {
        UUID compressed = UUID.randomUUID();
        UUID almostTooLarge = UUID.randomUUID();
        sendCompressed(compressed, new byte[2 * RECORD_BYTES_MAX]);
        events.put(
                collector.orders(),
                almostTooLarge.toString(),
                new byte[RECORD_BYTES_MAX - 250],
                Map.of("ce_id", almostTooLarge.toString(), "ce_type", "OrderPaid"));
        events.flush();

        collector.awaitEverythingCommitted();

        assertThat(keptBytes(compressed)).isEqualTo(2 * RECORD_BYTES_MAX);
        assertThat(keptBytes(almostTooLarge)).isEqualTo(RECORD_BYTES_MAX - 250);
        assertThat(KafkaTopicCopy.read(collector.brokers(), collector.orders() + ".dlq"))
                .extracting(letter -> KafkaTopicCopy.header(letter, "ce_id"))
                .doesNotContain(compressed.toString(), almostTooLarge.toString());
        Answer answer = collector.client().post("/api/v1/ops/dead-letters/" + idOf(compressed) + "/replay", "OPS", "");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
        assertThat(answer.body().get("code").asText()).isEqualTo("RECORD_TOO_LARGE");
    }

    /** As others' producers may that are set to: Kafka judges the size of what it gets. */
    private void sendCompressed(UUID id, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        collector.brokers(),
                        "compression.type",
                        "gzip",
                        "max.request.size",
                        4 * RECORD_BYTES_MAX),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(collector.orders(), value);
            record.headers().add("ce_id", id.toString().getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        }
    }

    private long idOf(UUID event) {
        return database.queryForObject("SELECT id FROM dead_letter WHERE event_id = ?", Long.class, event.toString());
    }

    private int keptBytes(UUID event) {
        return database.queryForObject(
                "SELECT LENGTH(record_value) FROM dead_letter WHERE event_id = ?", Integer.class, event.toString());
    }

    private long sold(long productId) {
        return database.queryForObject(
                "SELECT sales_quantity FROM product_metrics WHERE product_id = ?", Long.class, productId);
    }

    private ConsumerRecord<byte[], byte[]> awaitDeadLetter(String topic, UUID id) {
        return await().atMost(LIMIT)
                .until(
                        () -> KafkaTopicCopy.read(collector.brokers(), topic).stream()
                                .filter(letter -> id.toString().equals(KafkaTopicCopy.header(letter, "ce_id")))
                                .findAny(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
