package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.Role;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;

/** An order travels from the API over the outbox and Kafka to the counts and the ranking, and is counted once. */
@TestMethodOrder(OrderAnnotation.class)
class OrdersToRankingIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private static TestPlatform platform;
    private static ShopClient shop;
    private static ConfigurableApplicationContext api;
    private static CollectorResults results;
    private static OrderLoad load;
    private static String metricsGroup;

    @BeforeAll
    static void start() {
        // All of it is to be in one week's ranking.
        BusinessDay.withRoomFor(Duration.ofMinutes(5));
        platform = new TestPlatform();
        api = platform.start(Role.API, Map.of());
        ConfigurableApplicationContext collector = platform.start(Role.COLLECTOR, Map.of());
        shop = new ShopClient(TestPlatform.baseUrl(api));
        results = new CollectorResults(collector, shop);
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

        assertThat(load.outcome().refused()).isEmpty();
        assertThat(load.outcome().answered()).hasSize(1_000);
        assertThat(load.outcome().canceled()).hasSize(100);
        Map<Long, Long> stock = new TreeMap<>();
        load.outcome()
                .unitsByProduct()
                .keySet()
                .forEach(product -> stock.put(
                        product,
                        1_000
                                - shop.get("/api/v1/products/" + product)
                                        .body()
                                        .path("stock")
                                        .asLong()));
        assertThat(stock).isEqualTo(load.outcome().unitsByProduct());
        assertThat(shop.operator("/api/v1/ops/audit").body().path("ok").asBoolean())
                .isTrue();
    }

    @Test
    @Order(2)
    void every_paid_order_is_counted_exactly_once_and_every_cancel_taken_back() {
        awaitCounts();
        assertThat(results.counted("sales_amount")).isEqualTo(load.outcome().wonByProduct());
    }

    @Test
    @Order(3)
    void the_weekly_ranking_shows_exactly_what_was_sold_and_viewed() {
        long viewedOnly = 77;
        shop.get("/api/v1/products/" + viewedOnly);
        await().atMost(LIMIT).until(() -> results.counted("views").containsKey(viewedOnly));
        awaitNothingLeftToCount(setting("camel.component.kafka.brokers"), setting("commerce.topics.orders"));
        results.aggregateWeek();

        Map<Long, JsonNode> ranked = results.weeklyRanking();
        Map<Long, Long> units = load.outcome().unitsByProduct();
        units.forEach((product, sold) -> {
            JsonNode item = ranked.get(product);
            assertThat(item.path("salesQuantity").asLong()).isEqualTo(sold);
            assertThat(item.path("salesAmount").asLong())
                    .isEqualTo(load.outcome().wonByProduct().get(product));
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
        Map<String, Map<Long, Long>> before = countedOfOrders();
        int repeated = KafkaTopicCopy.sendAgain(brokers, orders);
        assertThat(repeated).isGreaterThanOrEqualTo(2_100);
        awaitNothingLeftToCount(brokers, orders);

        assertThat(countedOfOrders()).isEqualTo(before);
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

    /** What orders alone bring about: somebody's views may be on their way all the time. */
    private static Map<String, Map<Long, Long>> countedOfOrders() {
        return Stream.of("orders_created", "sales_quantity", "sales_amount")
                .collect(Collectors.toMap(column -> column, results::counted));
    }

    private static void awaitNothingLeftToCount(String brokers, String orders) {
        List<String> topics = List.of(orders, setting("commerce.topics.catalog"));
        await().atMost(LIMIT)
                .until(() -> platform.commerce().queryForObject("SELECT COUNT(*) FROM outbox", Long.class) == 0);
        CollectorProgress.awaitAllCommitted(brokers, metricsGroup, topics, LIMIT);
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
                .untilAsserted(() -> assertThat(results.counted("sales_quantity"))
                        .isEqualTo(load.outcome().unitsByProduct()));
    }
}
