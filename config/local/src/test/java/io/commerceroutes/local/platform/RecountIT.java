package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.platform.CollectorClient.Answer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;

/** What Kafka still holds proves the counts, while counting goes on. The tests follow one another on one collector. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecountIT {
    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneId.of("Asia/Seoul"));
    private static final int LOAD_MAX = 20_000;

    private static final List<UUID> VIEWS = new ArrayList<>();

    private static RunningCollector collector;
    private static EventPublisher events;
    private static JdbcTemplate database;

    @BeforeAll
    static void countSomething() {
        collector = new RunningCollector();
        events = collector.events();
        database = collector.database();
        for (int i = 0; i < 500; i++) {
            UUID id = UUID.randomUUID();
            VIEWS.add(id);
            events.view(collector.catalog(), id, NOW, 1 + i % 7);
            if (i % 20 == 0) {
                events.view(collector.catalog(), id, NOW, 1 + i % 7);
            }
        }
        UUID created = UUID.randomUUID();
        String items = "{\"items\":[{\"productId\":1,\"quantity\":2,\"price\":5}]}";
        events.send(collector.orders(), created, "OrderCreated", NOW, items);
        events.sale(collector.orders(), UUID.randomUUID(), "OrderPaid", NOW, 1, 5, 100);
        events.sale(collector.orders(), UUID.randomUUID(), "OrderCanceled", NOW, 1, 2, 100);
        events.sale(collector.orders(), UUID.randomUUID(), "OrderPaid", NOW.minus(Duration.ofDays(9)), 2, 1, 7);
        events.send(collector.orders(), UUID.randomUUID(), "OrderPaid", NOW, "no json");
        events.view(collector.catalog(), UUID.randomUUID(), NOW.minus(Duration.ofDays(11)), 1);
        events.flush();
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(database.queryForObject("SELECT SUM(views) FROM product_metrics", Long.class))
                                .isEqualTo(500));
        collector.awaitEverythingCommitted();
    }

    @AfterAll
    static void stop() {
        collector.close();
    }

    @Test
    @Order(1)
    void what_was_counted_right_has_no_difference_and_nothing_missing() {
        JsonNode done = recount();

        assertClean(done);
        assertThat(done.get("eventsCounted").asLong()).isEqualTo(504);
        assertThat(done.get("eventsRead").asLong()).isEqualTo(531);
        assertThat(done.has("earliestRetained")).isFalse();
    }

    @Test
    @Order(2)
    void a_letter_put_back_counts_once_in_the_recount_too() {
        long letter = database.queryForObject("SELECT MIN(id) FROM dead_letter", Long.class);
        collector.client().post("/api/v1/ops/dead-letters/" + letter + "/replay", "OPS", "");
        events.view(collector.catalog(), VIEWS.getFirst(), NOW, 1);
        events.flush();
        collector.awaitEverythingCommitted();

        assertClean(recount());
    }

    @Test
    @Order(3)
    void events_that_come_while_it_runs_change_nothing_in_the_verdict() {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Integer> load = CompletableFuture.supplyAsync(
                () -> {
                    int sent = 0;
                    while (!enough.get() && sent < LOAD_MAX) {
                        events.view(collector.catalog(), UUID.randomUUID(), Instant.now(), 1 + sent % 5);
                        sent++;
                        LockSupport.parkNanos(200_000);
                    }
                    return sent;
                },
                Thread::startVirtualThread);
        try {
            for (int round = 0; round < 3; round++) {
                assertClean(recount());
            }
        } finally {
            enough.set(true);
        }
        assertThat(load.join()).isPositive();
        events.flush();
        collector.awaitEverythingCommitted();
        assertClean(recount());
    }

    @Test
    @Order(4)
    void a_wrong_count_is_reported_as_the_one_difference() {
        long right = views(3);
        database.update("UPDATE product_metrics SET views = views + 5 WHERE product_id = 3 AND metric_date = ?", TODAY);

        JsonNode done = recount();

        assertThat(done.at("/differences/count").asLong()).isOne();
        JsonNode difference = done.at("/differences/examples/0");
        assertThat(difference.get("day").asText()).isEqualTo(TODAY.toString());
        assertThat(difference.get("productId").asLong()).isEqualTo(3);
        assertThat(difference.at("/stored/views").asLong()).isEqualTo(right + 5);
        assertThat(difference.at("/recounted/views").asLong()).isEqualTo(right);
        assertThat(done.get("missing").asLong()).isZero();
        database.update("UPDATE product_metrics SET views = views - 5 WHERE product_id = 3 AND metric_date = ?", TODAY);
    }

    @Test
    @Order(5)
    void an_event_that_is_not_marked_as_handled_is_missing() {
        UUID lost = VIEWS.get(3);
        ByteBuffer id =
                ByteBuffer.allocate(16).putLong(lost.getMostSignificantBits()).putLong(lost.getLeastSignificantBits());
        assertThat(database.update("DELETE FROM event_handled WHERE event_id = ?", (Object) id.array()))
                .isOne();

        JsonNode done = recount();

        assertThat(done.get("missing").asLong()).isOne();
        assertThat(done.at("/missingExamples/0").asText()).isEqualTo(lost.toString());
        assertThat(done.at("/differences/count").asLong()).isOne();
        assertThat(done.at("/differences/examples/0/productId").asLong()).isEqualTo(4);
        assertThat(database.queryForObject("SELECT COUNT(*) FROM recount_event", Long.class))
                .isZero();
        assertThat(database.queryForList("SELECT DISTINCT recount_id FROM product_metrics_recount", Long.class))
                .containsExactly(done.get("recountId").asLong());
    }

    private static long views(long product) {
        return database.queryForObject(
                "SELECT views FROM product_metrics WHERE product_id = ? AND metric_date = ?",
                Long.class,
                product,
                TODAY);
    }

    private static JsonNode recount() {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        Answer asked = collector
                .client()
                .post(
                        "/api/v1/ops/recounts",
                        "OPS",
                        "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(tomorrow.minusDays(30), tomorrow));
        assertThat(asked.status()).isEqualTo(202);
        String location = asked.raw().headers().firstValue("Location").orElseThrow();
        return await().atMost(LIMIT)
                .until(
                        () -> collector.client().get(location, "OPS").body(),
                        shown -> List.of("DONE", "FAILED")
                                .contains(shown.get("state").asText()));
    }

    private static void assertClean(JsonNode done) {
        assertThat(done.get("state").asText()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.at("/differences/count").asLong()).as(done.toString()).isZero();
        assertThat(done.get("missing").asLong()).as(done.toString()).isZero();
    }
}
