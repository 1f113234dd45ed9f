package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.RestartablePlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * The JVM of the whole platform is killed while cards are being charged, and started again: the gateway's stand-in dies
 * with it, and finds its memory again. The build runs a short form; the full one, three SIGKILLs within 400 orders and
 * the gateway's default scenario, is {@code mvn verify -pl config/local -am -Dit.test=CardCrashIT -Ddrill=full}. The
 * moments come from a seed, which is printed; {@code -Ddrill.seed=…} repeats one.
 */
class CardCrashIT {
    private static final boolean FULL = "full".equals(System.getProperty("drill"));
    private static final int KILLS = FULL ? 3 : 1;
    private static final int ORDERS = FULL ? 400 : 80;
    private static final String SCENARIO =
            FULL ? "{}" : "{\"requestDelayMs\":[10,50],\"settleDelayMs\":[100,500],\"settlementConcurrency\":32}";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final long seed = Long.getLong("drill.seed", System.nanoTime() % 1_000_000);
    private final Random random = new Random(seed);
    private final Absence absence = new Absence();

    @Test
    void no_card_is_charged_twice_or_for_nothing_whatever_dies_meanwhile() throws Exception {
        System.out.printf("Card crash drill: %d SIGKILLs, %d orders, seed %d%n", KILLS, ORDERS, seed);
        Path data = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/it").toAbsolutePath()), "cardcrash");
        try (RestartablePlatform platform = new RestartablePlatform(data)) {
            platform.start();
            ShopClient shop = new ShopClient(platform.apiUrl());
            ShopClient gateway = new ShopClient(platform.simulatorUrl());
            GatewayBooks books = new GatewayBooks(gateway, platform.jdbc("commerce"));
            assertThat(gateway.send("PUT", "/api/v1/simulator/scenario", SCENARIO)
                            .status())
                    .isEqualTo(200);
            OrderLoad load = new OrderLoad(shop, Optional.of("4929-1111-2222-7777"), absence::awaitEnd);
            load.chargeEverybody(100_000_000);
            Map<Long, Long> points = books.points();
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> load.run(ORDERS, 16, seed));
            killAtRandom(platform, load);
            running.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(books.undecided()).isZero());

            assertThat(load.refused()).isEmpty();
            books.assertAgreeWithOrders();
            books.assertPointsNeverGrew(points);
            JsonNode audit = shop.operator("/api/v1/ops/audit").body();
            assertThat(audit.path("ok").asBoolean()).as(audit.toString()).isTrue();
            platform.terminate();
        }
        // Stays where it is when the test fails, with the log.
        FileSystemUtils.deleteRecursively(data);
    }

    private void killAtRandom(RestartablePlatform platform, OrderLoad load) throws Exception {
        for (int i = 0; i < KILLS; i++) {
            int after = (int) ((i + 0.1 + 0.8 * random.nextDouble()) * ORDERS / KILLS);
            await().pollInterval(Duration.ofMillis(2)).atMost(LIMIT).until(() -> load.begun() >= after);
            absence.begin();
            platform.kill();
            platform.start();
            absence.end();
        }
    }
}
