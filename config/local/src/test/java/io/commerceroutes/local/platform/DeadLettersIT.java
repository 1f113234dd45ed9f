package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;

/** What can never be counted is taken out, and all around it counts. Each test has products of its own. */
@ExtendWith(SharedCollector.class)
class DeadLettersIT {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

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
        LocalDate today = LocalDate.now(SEOUL);
        database.update("INSERT INTO product_metrics VALUES (?, 301, 0, 0, 0, 0, ?)", today, Long.MAX_VALUE);
        UUID guilty = UUID.randomUUID();
        IntStream.range(0, 20).forEach(i -> events.view(collector.catalog(), UUID.randomUUID(), Instant.now(), 300));
        events.sale(collector.orders(), guilty, "OrderPaid", Instant.now(), 301, 1, 100);
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
