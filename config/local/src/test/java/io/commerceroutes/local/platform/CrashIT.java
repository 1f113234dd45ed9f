package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.RestartablePlatform;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Ends the JVM of the whole platform, Kafka and the payment gateway's stand-in included, in the midst of orders, half of
 * them by card, and starts it again. In the build it does so once, by SIGKILL; in the full drill four times, by three
 * SIGKILLs and one SIGTERM, under 1,000 orders and the gateway's default scenario:
 * {@code mvn verify -pl config/local -am -Dit.test=CrashIT -Ddrill=full}. The moments are drawn from a seed, which is
 * printed; {@code -Ddrill.seed=…} repeats one.
 */
class CrashIT {
    private static final boolean FULL = "full".equals(System.getProperty("drill"));
    private static final int KILLS = FULL ? 3 : 1;
    private static final int TERMINATIONS = FULL ? 1 : 0;
    private static final int ORDERS = FULL ? 1_000 : 200;
    private static final String SCENARIO = FULL
            ? "{}"
            : "{\"requestFailureRate\":0.1,\"requestDelayMs\":[10,50],\"settleDelayMs\":[100,500],"
                    + "\"settlementConcurrency\":32}";
    private static final int THREADS = 16;
    private static final int SIGTERM_EXIT = 128 + 15;
    private static final Duration LIMIT = FULL ? Duration.ofMinutes(10) : Duration.ofMinutes(5);

    private final long seed = Long.getLong("drill.seed", System.nanoTime() % 1_000_000);
    private final Random random = new Random(seed);
    private final Absence absence = new Absence();

    private record Sold(long units, long won) {}

    @Test
    void what_was_answered_outlives_kills_in_the_midst_of_orders_and_is_counted_once() throws Exception {
        // All of it is to be in one week's ranking.
        BusinessDay.withRoomFor(LIMIT);
        System.out.printf(
                "Crash drill: %d SIGKILLs, %d SIGTERM, %d orders, seed %d%n", KILLS, TERMINATIONS, ORDERS, seed);
        Path data = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/it").toAbsolutePath()), "crash");
        try (RestartablePlatform platform = new RestartablePlatform(data)) {
            platform.start();
            ShopClient shop = new ShopClient(platform.apiUrl());
            ShopClient gateway = new ShopClient(platform.simulatorUrl());
            GatewayBooks books = new GatewayBooks(gateway, platform.jdbc("commerce"));
            gateway.send("PUT", "/api/v1/simulator/scenario", SCENARIO);
            OrderLoad load = new OrderLoad(shop, Optional.of("4929-1111-2222-7777"), absence::awaitEnd);
            load.chargeEverybody(100_000_000);
            Map<Long, Long> points = books.pointsBesideOrders();
            CompletableFuture<Void> running =
                    CompletableFuture.runAsync(() -> load.run(ORDERS, THREADS, seed), Thread::startVirtualThread);
            interruptAtRandom(platform, load.outcome());
            running.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(books.undecided()).isZero());
            awaitAllCounted(platform);

            books.assertAgreeWithOrders();
            assertThat(books.pointsBesideOrders()).isEqualTo(points);
            assertAnsweredOrdersAreThere(load.outcome(), platform.jdbc("commerce"));
            assertAuditIsGreen(shop, platform.apiUrl());
            assertAuditIsGreen(shop, platform.collectorUrl());
            assertCountedOnce(platform);
            assertThat(weeklyRanking(shop, platform)).isEqualTo(sold(platform.jdbc("commerce")));
            platform.terminate();
        }
        // Stays where it is when the test fails, with the log.
        FileSystemUtils.deleteRecursively(data);
    }

    /** Each interruption comes within a share of its own of the orders; where the SIGTERM comes is drawn. */
    private void interruptAtRandom(RestartablePlatform platform, LoadOutcome outcome) throws Exception {
        int interruptions = KILLS + TERMINATIONS;
        int terminated = TERMINATIONS == 0 ? interruptions : random.nextInt(interruptions);
        for (int i = 0; i < interruptions; i++) {
            int after = (int) ((i + 0.1 + 0.8 * random.nextDouble()) * ORDERS / interruptions);
            await().pollInterval(Duration.ofMillis(2)).atMost(LIMIT).until(() -> outcome.begun() >= after);
            absence.begin();
            if (i == terminated) {
                assertThat(platform.terminate()).isEqualTo(SIGTERM_EXIT);
            } else {
                platform.kill();
            }
            int begun = outcome.begun();
            long from = System.nanoTime();
            platform.start();
            absence.end();
            System.out.printf(
                    "%s at order %d, ready again %.1f s after its end%n",
                    i == terminated ? "SIGTERM" : "SIGKILL", begun, (System.nanoTime() - from) / 1e9);
        }
    }

    private static void awaitAllCounted(RestartablePlatform platform) {
        JdbcTemplate commerce = platform.jdbc("commerce");
        await().atMost(LIMIT).until(() -> 0 == commerce.queryForObject("SELECT COUNT(*) FROM outbox", Long.class));
        List<String> topics = List.of("commerce.orders.v1", "commerce.catalog.v1");
        CollectorProgress.awaitAllCommitted(platform.bootstrapServers(), "commerce-collector", topics, LIMIT);
    }

    private static void assertAnsweredOrdersAreThere(LoadOutcome outcome, JdbcTemplate commerce) {
        Map<String, String> status = commerce
                .query("SELECT id, status FROM orders", (row, i) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<String> answered = outcome.answered().stream()
                .map(order -> order.path("orderId").asText())
                .toList();
        System.out.printf(
                "%d orders answered, %d canceled, %d unanswered; %d are there%n",
                answered.size(), outcome.canceled().size(), outcome.unanswered(), status.size());
        assertThat(outcome.refused()).isEmpty();
        assertThat(answered).doesNotHaveDuplicates().hasSize(ORDERS - outcome.unanswered());
        assertThat(status).hasSizeBetween(answered.size(), ORDERS);
        assertThat(answered).allSatisfy(id -> {
            boolean canceled = outcome.canceled().contains(id);
            if (canceled) {
                assertThat(status).containsEntry(id, "CANCELED");
            } else if (outcome.byCard().contains(id) || outcome.cancelAsked().contains(id)) {
                assertThat(status).containsKey(id);
            } else {
                assertThat(status).containsEntry(id, "PAID");
            }
        });
    }

    private static void assertAuditIsGreen(ShopClient shop, String url) {
        JsonNode report =
                new ShopClient(url).get("/api/v1/ops/audit", operator(shop)).body();
        assertThat(report.path("ok").asBoolean()).as(report.toString()).isTrue();
    }

    private static void assertCountedOnce(RestartablePlatform platform) {
        JdbcTemplate analytics = platform.jdbc("analytics");
        assertThat(analytics.queryForObject("SELECT COUNT(*) FROM dead_letter", Long.class))
                .isZero();
        assertThat(salesBy(
                        analytics,
                        "SELECT product_id, SUM(sales_quantity), SUM(sales_amount) FROM product_metrics"
                                + " GROUP BY product_id HAVING SUM(sales_quantity) <> 0 OR SUM(sales_amount) <> 0"))
                .isEqualTo(sold(platform.jdbc("commerce")));
    }

    /** What the transaction side says, unanswered orders included. */
    private static Map<Long, Sold> sold(JdbcTemplate commerce) {
        return salesBy(
                commerce,
                "SELECT i.product_id, SUM(i.quantity), SUM(i.quantity * i.price) FROM orders o"
                        + " JOIN order_item i ON i.order_id = o.id WHERE o.status = 'PAID' GROUP BY i.product_id");
    }

    private static Map<Long, Sold> salesBy(JdbcTemplate jdbc, String sql) {
        Map<Long, Sold> sales = new TreeMap<>();
        jdbc.query(sql, row -> {
            sales.put(row.getLong(1), new Sold(row.getLong(2), row.getLong(3)));
        });
        return sales;
    }

    private static Map<Long, Sold> weeklyRanking(ShopClient shop, RestartablePlatform platform) {
        ShopClient rankings = new ShopClient(platform.collectorUrl());
        String week = "{\"period\":\"WEEKLY\",\"date\":\"%s\"}".formatted(LocalDate.now(ZoneId.of("Asia/Seoul")));
        Answer accepted = rankings.send("POST", "/api/v1/ops/aggregations", week, operator(shop));
        String run = accepted.headers().firstValue("Location").orElseThrow();
        await().atMost(LIMIT)
                .until(() -> rankings.get(run, operator(shop)).text("state").equals("DONE"));
        Map<Long, Sold> ranked = new TreeMap<>();
        for (JsonNode item :
                rankings.get("/api/v1/rankings?period=WEEKLY&size=100").body().path("items")) {
            Sold sold = new Sold(
                    item.path("salesQuantity").asLong(),
                    item.path("salesAmount").asLong());
            if (!sold.equals(new Sold(0, 0))) {
                ranked.put(item.path("productId").asLong(), sold);
            }
        }
        return ranked;
    }

    private static String[] operator(ShopClient shop) {
        return new String[] {"Authorization", "Bearer " + shop.token(1, "OPS")};
    }
}
