package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.Role;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** An order travels from the API over the outbox and Kafka to the counts and the ranking, and is counted once. */
@TestMethodOrder(OrderAnnotation.class)
class OrdersToRankingIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static TestPlatform platform;
    private static ShopClient shop;
    private static ShopClient rankings;
    private static JdbcTemplate analytics;
    private static ConfigurableApplicationContext api;
    private static OrderLoad load;
    private static String metricsGroup;

    @BeforeAll
    static void start() {
        platform = new TestPlatform();
        api = platform.start(Role.API, Map.of());
        ConfigurableApplicationContext collector = platform.start(Role.COLLECTOR, Map.of());
        shop = new ShopClient(TestPlatform.baseUrl(api));
        rankings = new ShopClient(TestPlatform.baseUrl(collector));
        analytics = collector.getBean(JdbcTemplate.class);
        metricsGroup = collector.getEnvironment().getRequiredProperty("commerce.metrics.group");
        load = new OrderLoad(shop);
        load.chargeEverybody(100_000_000);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void a_thousand_orders_add_up_over_stock_points_and_coupons() {
        load.run(1_000, 16, 42);

        assertThat(load.refused()).isEmpty();
        assertThat(load.answered()).hasSize(1_000);
        assertThat(load.canceled()).hasSize(100);
        Map<Long, Long> stock = new TreeMap<>();
        load.unitsByProduct()
                .keySet()
                .forEach(product -> stock.put(
                        product,
                        1_000
                                - shop.get("/api/v1/products/" + product)
                                        .body()
                                        .path("stock")
                                        .asLong()));
        assertThat(stock).isEqualTo(load.unitsByProduct());
        assertThat(shop.operator("/api/v1/ops/audit").body().path("ok").asBoolean())
                .isTrue();
    }

    @Test
    @Order(2)
    void every_paid_order_is_counted_exactly_once_and_every_cancel_taken_back() {
        awaitCounts();
        assertThat(counted("sales_amount")).isEqualTo(load.wonByProduct());
    }

    @Test
    @Order(3)
    void the_weekly_ranking_shows_exactly_what_was_sold_and_viewed() {
        long viewedOnly = 77;
        shop.get("/api/v1/products/" + viewedOnly);
        await().atMost(LIMIT).until(() -> counted("views").containsKey(viewedOnly));
        aggregate();

        Map<Long, JsonNode> ranked = ranking();
        Map<Long, Long> units = load.unitsByProduct();
        units.forEach((product, sold) -> {
            JsonNode item = ranked.get(product);
            assertThat(item.path("salesQuantity").asLong()).isEqualTo(sold);
            assertThat(item.path("salesAmount").asLong())
                    .isEqualTo(load.wonByProduct().get(product));
            assertThat(item.path("name").asText())
                    .isEqualTo(shop.get("/api/v1/products/" + product).text("name"));
            assertThat(item.path("score").decimalValue())
                    .isEqualByComparingTo(
                            java.math.BigDecimal.valueOf(item.path("views").asLong() + 6 * sold, 1));
        });
        assertThat(ranked.get(viewedOnly).path("salesQuantity").asLong()).isZero();
        assertThat(ranked.get(viewedOnly).path("views").asLong()).isEqualTo(1);
    }

    @Test
    @Order(4)
    void the_same_events_on_kafka_again_change_no_count() {
        String brokers = setting("camel.component.kafka.brokers");
        String orders = setting("commerce.topics.orders");
        awaitNothingLeftToCount(brokers, orders);
        Map<String, Object> before = totals();
        int repeated = KafkaTopicCopy.sendAgain(brokers, orders);
        assertThat(repeated).isGreaterThanOrEqualTo(2_100);
        awaitNothingLeftToCount(brokers, orders);

        assertThat(totals()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void twenty_equal_requests_with_one_key_make_one_order() throws Exception {
        long before = ordersOf(1);
        List<Answer> answers = atOnce(
                20,
                () -> shop.customer(
                        1,
                        "POST",
                        "/api/v1/orders",
                        "{\"items\":[{\"productId\":50,\"quantity\":1}],\"payment\":{\"method\":\"POINT\"}}",
                        "Idempotency-Key",
                        "\"once\""));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(answer -> answer.text("orderId")).distinct())
                .hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.headers()
                                .firstValue("Idempotent-Replayed")
                                .isPresent()))
                .hasSize(19);
        assertThat(ordersOf(1)).isEqualTo(before + 1);
    }

    private static void awaitNothingLeftToCount(String brokers, String orders) {
        List<String> topics = List.of(orders, setting("commerce.topics.catalog"));
        await().atMost(LIMIT).until(() -> CollectorProgress.lag(brokers, metricsGroup, topics) == 0);
    }

    private static String setting(String name) {
        return api.getEnvironment().getRequiredProperty(name);
    }

    private static List<Answer> atOnce(int requests, Callable<Answer> request) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(requests)) {
            List<Future<Answer>> running = pool.invokeAll(
                    IntStream.range(0, requests).mapToObj(i -> request).toList());
            return running.stream().map(Future::resultNow).toList();
        }
    }

    private static long ordersOf(long user) {
        return platform.jdbc(Role.API)
                .queryForObject("SELECT COUNT(*) FROM orders WHERE user_id = ?", Long.class, user);
    }

    private static void awaitCounts() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(counted("sales_quantity")).isEqualTo(load.unitsByProduct()));
    }

    private static Map<Long, Long> counted(String column) {
        return new TreeMap<>(analytics
                .query(
                        "SELECT product_id, SUM(" + column + ") FROM product_metrics GROUP BY product_id HAVING SUM("
                                + column + ") <> 0",
                        (row, i) -> Map.entry(row.getLong(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Map<String, Object> totals() {
        return analytics.queryForMap(
                "SELECT SUM(views), SUM(likes), SUM(sales_quantity), SUM(sales_amount), COUNT(*) FROM product_metrics");
    }

    private static void aggregate() {
        Answer accepted = rankings.send(
                "POST",
                "/api/v1/ops/aggregations",
                "{\"period\":\"WEEKLY\",\"date\":\"%s\"}".formatted(LocalDate.now(SEOUL)),
                "Authorization",
                "Bearer " + shop.token(1, "OPS"));
        assertThat(accepted.status()).isEqualTo(202);
        String run = accepted.headers().firstValue("Location").orElseThrow();
        await().atMost(LIMIT)
                .until(() -> rankings.get(run, "Authorization", "Bearer " + shop.token(1, "OPS"))
                        .text("state")
                        .equals("DONE"));
    }

    private static Map<Long, JsonNode> ranking() {
        Map<Long, JsonNode> byProduct = new TreeMap<>();
        rankings.get("/api/v1/rankings?period=WEEKLY&size=100")
                .body()
                .path("items")
                .forEach(item -> byProduct.put(item.path("productId").asLong(), item));
        return byProduct;
    }
}
