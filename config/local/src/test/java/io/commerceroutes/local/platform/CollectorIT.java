package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.Role;
import io.commerceroutes.local.platform.CollectorClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The collector on a real database and a real Kafka. Each test has products of its own. */
class CollectorIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static TestPlatform platform;
    private static ConfigurableApplicationContext collector;
    private static EventPublisher events;
    private static CollectorClient client;
    private static JdbcTemplate database;
    private static String orders;
    private static String catalog;

    @BeforeAll
    static void start() {
        platform = new TestPlatform();
        collector = platform.start(Role.COLLECTOR, Map.of("commerce.metrics.retries", "1"));
        events = new EventPublisher(setting("camel.component.kafka.brokers"));
        client = new CollectorClient(collector);
        database = collector.getBean(JdbcTemplate.class);
        orders = setting("commerce.topics.orders");
        catalog = setting("commerce.topics.catalog");
    }

    @AfterAll
    static void stop() {
        events.close();
        platform.close();
    }

    @Test
    void events_count_once_however_often_they_come() {
        Instant now = Instant.now();
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(1_200).toList();
        for (int round = 0; round < 2; round++) {
            IntStream.range(0, ids.size()).forEach(i -> events.view(catalog, ids.get(i), now, 100 + i % 3));
        }
        UUID last = UUID.randomUUID();
        events.view(catalog, last, now, 103);
        events.flush();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(views(103)).isOne());
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(views(100) + views(101) + views(102)).isEqualTo(1_200));
        awaitEverythingCommitted();
        assertThat(views(100)).isEqualTo(400);
    }

    @Test
    void a_poison_record_goes_to_the_dead_letters_and_the_rest_is_counted() {
        UUID poison = UUID.randomUUID();
        events.send(orders, poison, "OrderPaid", Instant.now(), "{\"items\":\"none\"");
        events.view(catalog, UUID.randomUUID(), Instant.now(), 200);
        events.flush();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(views(200)).isOne());
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonNode letters =
                    client.get("/api/v1/ops/dead-letters?size=100", "OPS").body();
            assertThat(letters.get("items").findValuesAsText("eventId")).contains(poison.toString());
        });
        ConsumerRecord<byte[], byte[]> letter = readDeadLetter(orders + ".dlq", poison);
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{\"items\":\"none\"");
        assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo(poison.toString());
        assertThat(header(letter, "dlq_topic")).isEqualTo(orders);
        assertThat(header(letter, "dlq_reason")).contains("JSON");
        assertThat(header(letter, "ce_type")).isEqualTo("OrderPaid");
    }

    @Test
    void an_event_whose_count_does_not_fit_is_taken_out_of_its_batch() {
        LocalDate today = LocalDate.now(SEOUL);
        database.update("INSERT INTO product_metrics VALUES (?, 301, 0, 0, 0, ?)", today, Long.MAX_VALUE);
        UUID guilty = UUID.randomUUID();
        IntStream.range(0, 20).forEach(i -> events.view(catalog, UUID.randomUUID(), Instant.now(), 300));
        events.send(orders, guilty, "OrderPaid", Instant.now(), paid(Instant.now(), 301, 1, 100));
        IntStream.range(0, 20).forEach(i -> events.view(catalog, UUID.randomUUID(), Instant.now(), 300));
        events.flush();

        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(views(300)).isEqualTo(40);
            assertThat(database.queryForList(
                            "SELECT reason FROM dead_letter WHERE event_id = ?", String.class, guilty.toString()))
                    .hasSize(1);
        });
        database.update("DELETE FROM product_metrics WHERE product_id = 301");
    }

    @Test
    void a_batch_that_cannot_be_counted_now_comes_again_and_counts_once() {
        awaitEverythingCommitted();
        database.execute("RENAME TABLE day_revision TO day_revision_away");
        IntStream.range(0, 50).forEach(i -> events.view(catalog, UUID.randomUUID(), Instant.now(), 400));
        events.flush();
        CollectorProgress.forSomeFailures(collector);
        database.execute("RENAME TABLE day_revision_away TO day_revision");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(views(400)).isEqualTo(50));
        awaitEverythingCommitted();
        assertThat(views(400)).isEqualTo(50);
        assertThat(database.queryForList("SELECT id FROM dead_letter WHERE event_type = 'ProductViewed'"))
                .isEmpty();
    }

    @Test
    void a_week_is_ranked_from_its_days_with_names_and_the_same_again() {
        Instant now = Instant.now();
        LocalDate today = LocalDate.now(SEOUL);
        events.send(
                catalog, UUID.randomUUID(), "ProductChanged", now, "{\"productId\":501,\"name\":\"Tea\",\"price\":5}");
        events.send(
                catalog,
                UUID.randomUUID(),
                "ProductChanged",
                now.minusSeconds(60),
                "{\"productId\":501,\"name\":\"Old\",\"price\":5}");
        events.send(orders, UUID.randomUUID(), "OrderPaid", now, paid(now, 501, 3, 1_000));
        events.send(orders, UUID.randomUUID(), "OrderPaid", now, paid(now, 502, 4, 10));
        events.send(orders, UUID.randomUUID(), "OrderCanceled", now, paid(now, 502, 1, 10));
        events.view(catalog, UUID.randomUUID(), now, 503);
        events.send(catalog, UUID.randomUUID(), "ProductUnliked", now, "{\"productId\":504}");
        events.flush();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(database.queryForObject(
                                "SELECT COUNT(*) FROM product_metrics WHERE product_id BETWEEN 501 AND 504",
                                Integer.class))
                        .isEqualTo(4));
        awaitEverythingCommitted();

        aggregate("WEEKLY", today);
        JsonNode first = ranking("WEEKLY", today);
        aggregate("WEEKLY", today);
        aggregate("WEEKLY", today);
        aggregate("WEEKLY", today);
        JsonNode again = ranking("WEEKLY", today);

        assertThat(again.get("items")).isEqualTo(first.get("items"));
        assertThat(first.get("final").asBoolean()).isFalse();
        Map<Long, JsonNode> byProduct = byProduct(first);
        assertThat(byProduct.get(501L).get("name").asText()).isEqualTo("Tea");
        assertThat(byProduct.get(501L).get("score").decimalValue()).isEqualByComparingTo("1.8");
        assertThat(byProduct.get(501L).get("salesAmount").asLong()).isEqualTo(3_000);
        assertThat(byProduct.get(502L).get("salesQuantity").asLong()).isEqualTo(3);
        assertThat(byProduct.get(502L).get("name").asText()).isEqualTo("Product 502");
        assertThat(byProduct.get(502L).get("rank").asInt())
                .isEqualTo(byProduct.get(501L).get("rank").asInt() + 1);
        assertThat(byProduct.get(503L).get("salesQuantity").asLong()).isZero();
        assertThat(byProduct.get(504L).get("score").decimalValue()).isEqualByComparingTo("-0.2");
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM aggregation_window w JOIN day_revision d ON d.metric_date = w.period_start"
                                + " WHERE w.period = 'DAILY' AND w.period_start = ? AND w.revision = d.revision",
                        Integer.class,
                        today))
                .isOne();
        assertThat(database.queryForObject(
                        "SELECT COUNT(DISTINCT version) FROM product_ranking WHERE period = 'WEEKLY'", Integer.class))
                .isEqualTo(3);

        JsonNode explanation = client.get("/api/v1/rankings/products/501/explain?period=WEEKLY")
                .body();
        assertThat(explanation.get("days").get(0).get("score").decimalValue()).isEqualByComparingTo("1.8");
        Answer product = client.get("/api/v1/rankings/products/501");
        assertThat(product.body().get("rankings").findValuesAsText("period")).contains("DAILY", "WEEKLY");
        assertThat(client.get("/api/v1/metrics/products/501")
                        .body()
                        .at("/items/0/salesQuantity")
                        .asLong())
                .isEqualTo(3);
    }

    @Test
    void a_late_sale_changes_its_own_week_and_month_also_around_new_year() {
        database.update(
                "INSERT INTO product_metrics VALUES ('2026-12-31', 600, 1, 0, 2, 20), ('2027-01-01', 600, 1, 0, 0, 0)");
        database.update("INSERT INTO day_revision VALUES ('2026-12-31', 1), ('2027-01-01', 1)");

        aggregate("WEEKLY", LocalDate.parse("2027-01-02"));
        aggregate("MONTHLY", LocalDate.parse("2027-01-02"));

        JsonNode week = ranking("WEEKLY", LocalDate.parse("2026-12-29"));
        assertThat(week.get("label").asText()).isEqualTo("2026-W53");
        assertThat(week.get("from").asText()).isEqualTo("2026-12-28");
        assertThat(week.get("to").asText()).isEqualTo("2027-01-03");
        assertThat(byProduct(week).get(600L).get("views").asLong()).isEqualTo(2);
        JsonNode month = ranking("MONTHLY", LocalDate.parse("2027-01-31"));
        assertThat(byProduct(month).get(600L).get("salesQuantity").asLong()).isZero();
        assertThat(ranking("MONTHLY", LocalDate.parse("2026-12-01"))
                        .get("totalCount")
                        .asLong())
                .isZero();
    }

    @Test
    void a_window_that_has_ended_is_final() {
        LocalDate day = LocalDate.parse("2026-03-02");
        database.update("INSERT INTO product_metrics VALUES (?, 700, 1, 0, 0, 0)", day);

        long runId = aggregate("DAILY", day);

        assertThat(ranking("DAILY", day).get("final").asBoolean()).isTrue();
        JsonNode run = client.get("/api/v1/ops/aggregations/" + runId, "OPS").body();
        assertThat(run.get("rows").asLong()).isOne();
        assertThat(run.get("durationMillis").asLong()).isNotNegative();
        assertThat(run.get("window").asText()).isEqualTo("2026-03-02");
    }

    @Test
    void an_older_run_is_refused_and_what_is_shown_stays() {
        LocalDate day = LocalDate.parse("2026-03-03");
        database.update("INSERT INTO product_metrics VALUES (?, 800, 1, 0, 0, 0)", day);
        aggregate("DAILY", day);
        database.update(
                "UPDATE aggregation_window SET fence = 1000000 WHERE period = 'DAILY' AND period_start = ?", day);
        database.update("UPDATE product_metrics SET views = 9 WHERE product_id = 800");

        long refused = request("DAILY", day);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(stateOf(refused)).isEqualTo("SUPERSEDED"));
        assertThat(byProduct(ranking("DAILY", day)).get(800L).get("views").asLong())
                .isOne();
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM product_ranking WHERE version = ?", Integer.class, refused))
                .isZero();
    }

    @Test
    void the_audit_turns_red_for_one_wrong_row_and_green_again() {
        LocalDate day = LocalDate.parse("2026-03-04");
        database.update("INSERT INTO product_metrics VALUES (?, 900, 1, 0, 0, 0), (?, 901, 2, 0, 0, 0)", day, day);
        aggregate("DAILY", day);
        assertAudit("metrics", "2026-03-04", false);
        assertAudit("rankings", "DAILY/2026-03-04", false);

        database.update("UPDATE product_metrics_daily SET views = 7 WHERE product_id = 900");
        assertAudit("metrics", "2026-03-04", true);
        assertAudit("rankings", "DAILY/2026-03-04", true);
        aggregate("DAILY", day);
        database.update("UPDATE product_ranking SET product_id = 999 WHERE product_id = 901");
        assertAudit("rankings", "DAILY/2026-03-04", true);
        aggregate("DAILY", day);
        assertAudit("metrics", "2026-03-04", false);
        assertAudit("rankings", "DAILY/2026-03-04", false);
    }

    private static void assertAudit(String invariant, String subject, boolean violated) {
        JsonNode audit = client.get("/api/v1/ops/audit", "OPS").body();
        assertThat(audit.has("invariants")).as(audit.toString()).isTrue();
        List<String> subjects = new ArrayList<>();
        audit.get("invariants").forEach(found -> {
            if (found.get("name").asText().equals(invariant)) {
                assertThat(found.get("checked").asLong()).isPositive();
                subjects.addAll(found.get("examples").findValuesAsText("subject"));
            }
        });
        assertThat(subjects.stream().anyMatch(found -> found.startsWith(subject)))
                .isEqualTo(violated);
        if (violated) {
            assertThat(audit.get("ok").asBoolean()).isFalse();
        }
    }

    @Test
    void a_window_with_nothing_is_an_empty_list() {
        Answer answer = client.get("/api/v1/rankings?period=MONTHLY&date=2020-02-02");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("items")).isEmpty();
        assertThat(answer.body().get("to").asText()).isEqualTo("2020-02-29");
        assertThat(client.get("/api/v1/rankings/products/999999").status()).isEqualTo(404);
    }

    @Test
    void bad_input_is_told_what_is_wrong_with_it() {
        assertThat(client.get("/api/v1/rankings").body().at("/errors/0/field").asText())
                .isEqualTo("period");
        for (String wrong : List.of(
                "period=YEARLY",
                "period=DAILY&date=2026-13-01",
                "period=DAILY&page=-1",
                "period=DAILY&size=101",
                "period=DAILY&date=9999-12-31")) {
            assertThat(client.get("/api/v1/rankings?" + wrong).status()).isEqualTo(400);
        }
        for (String wrong : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"period\":\"DAILY\"}",
                "{\"period\":1,\"date\":2}",
                "{\"period\":\"DAILY\",\"date\":\"2026-01-01\",\"more\":1}",
                "{\"period\":\"DAILY\",\"date\":\"x\"}")) {
            Answer answer = client.post("/api/v1/ops/aggregations", "OPS", wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.body().get("code").asText()).isIn("VALIDATION_FAILED", "MALFORMED_REQUEST");
        }
        assertThat(client.get("/api/v1/ops/aggregations/x", "OPS").status()).isEqualTo(404);
        assertThat(client.get("/api/v1/rankings/products/x").status()).isEqualTo(404);
        assertThat(client.get("/api/v1/metrics/products/1?from=2026-02-01&to=2026-01-01")
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/api/v1/ops/aggregations").status()).isEqualTo(401);
        assertThat(client.get("/api/v1/ops/dead-letters", "CUSTOMER").status()).isEqualTo(403);
    }

    @Test
    void the_schedules_stand_in_the_collectors_own_database() {
        assertThat(database.queryForList("SELECT CRON_EXPRESSION FROM QRTZ_CRON_TRIGGERS", String.class))
                .containsExactlyInAnyOrder("0 5 0 * * ?", "0 10 0 ? * MON", "0 20 0 1 * ?");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(database.queryForObject(
                                "SELECT COUNT(*) FROM information_schema.partitions"
                                        + " WHERE table_schema = DATABASE() AND table_name = 'event_handled'",
                                Integer.class))
                        .isEqualTo(46));
    }

    private static long aggregate(String period, LocalDate date) {
        long runId = request(period, date);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(stateOf(runId)).isEqualTo("DONE"));
        return runId;
    }

    private static long request(String period, LocalDate date) {
        Answer answer = client.post(
                "/api/v1/ops/aggregations", "OPS", "{\"period\":\"%s\",\"date\":\"%s\"}".formatted(period, date));
        assertThat(answer.status()).isEqualTo(202);
        long runId = answer.body().get("runId").asLong();
        assertThat(answer.raw().headers().firstValue("Location")).hasValue("/api/v1/ops/aggregations/" + runId);
        return runId;
    }

    private static String stateOf(long runId) {
        return client.get("/api/v1/ops/aggregations/" + runId, "OPS")
                .body()
                .get("state")
                .asText();
    }

    private static JsonNode ranking(String period, LocalDate date) {
        return client.get("/api/v1/rankings?size=100&period=%s&date=%s".formatted(period, date))
                .body();
    }

    private static Map<Long, JsonNode> byProduct(JsonNode ranking) {
        List<JsonNode> items = new ArrayList<>();
        ranking.get("items").forEach(items::add);
        return items.stream()
                .collect(java.util.stream.Collectors.toMap(
                        item -> item.get("productId").asLong(), item -> item));
    }

    private static long views(long productId) {
        return database.queryForObject(
                "SELECT COALESCE(SUM(views), 0) FROM product_metrics WHERE product_id = ?", Long.class, productId);
    }

    private static String paid(Instant paidAt, long productId, int quantity, long price) {
        return "{\"orderId\":\"A\",\"items\":[{\"productId\":%d,\"quantity\":%d,\"price\":%d}],\"paidAt\":\"%s\"}"
                .formatted(productId, quantity, price, paidAt);
    }

    private static void awaitEverythingCommitted() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(CollectorProgress.lag(
                                setting("camel.component.kafka.brokers"),
                                setting("commerce.metrics.group"),
                                List.of(orders, catalog)))
                        .isZero());
    }

    private static ConsumerRecord<byte[], byte[]> readDeadLetter(String topic, UUID id) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        setting("camel.component.kafka.brokers"),
                        "auto.offset.reset",
                        "earliest",
                        "group.id",
                        "reader-" + id),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            await().atMost(LIMIT).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(letter -> {
                    if (id.toString().equals(header(letter, "ce_id"))) {
                        found.add(letter);
                    }
                });
                return !found.isEmpty();
            });
            return found.getFirst();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String setting(String name) {
        return collector.getEnvironment().getRequiredProperty(name);
    }
}
