package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.app.Role;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A shop whose Redis is its own: warm before it is ready, and open for business with Redis or without. */
class RedisAwayIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int READERS = 4;
    private static final int BUYERS = 2;
    private static final int PRODUCTS = 100;

    private static final OwnRedis REDIS = new OwnRedis();
    private static TestPlatform platform;
    private static ConfigurableApplicationContext api;
    private static ShopClient shop;

    @BeforeAll
    static void start() throws Exception {
        REDIS.start();
        viewSomeProducts();
        platform = new TestPlatform();
        api = platform.start(Role.API, settings(), CustomersConnections.class, WarmOnReadiness.class);
        shop = new ShopClient(TestPlatform.baseUrl(api));
        new OrderLoad(shop).chargeEverybody(100_000_000);
    }

    private static Map<String, Object> settings() {
        return Map.of(
                "spring.data.redis.url",
                REDIS.url(),
                "commerce.redis.open",
                "300ms",
                // Away is who has ended; one that a busy machine keeps waiting is not.
                "spring.data.redis.timeout",
                "5s",
                "commerce.rate-limit.user-per-second",
                "100000",
                "commerce.rate-limit.address-per-second",
                "100000");
    }

    private static void viewSomeProducts() {
        LettuceConnectionFactory connections =
                new LettuceConnectionFactory(LettuceConnectionFactory.createRedisConfiguration(REDIS.url()));
        connections.afterPropertiesSet();
        connections.start();
        // Midnight may pass.
        for (String day : days()) {
            new StringRedisTemplate(connections).opsForZSet().add(day, "42", 7);
        }
        connections.destroy();
    }

    /** Today and tomorrow, as Redis knows their views. */
    private static List<String> days() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return List.of("commerce:views:" + today, "commerce:views:" + today.plusDays(1));
    }

    @AfterAll
    static void stop() {
        try {
            platform.close();
        } finally {
            REDIS.close();
        }
    }

    @Test
    void first_pages_and_the_most_viewed_product_are_at_hand_before_the_instance_is_ready() {
        assertThat(api.getBean(WarmOnReadiness.class).keys())
                .anyMatch(key -> key.startsWith("commerce:product-cards:v1:42@"))
                .anyMatch(key -> key.startsWith("commerce:product-pages:v1:LATEST:0:20@"))
                .anyMatch(key -> key.startsWith("commerce:product-pages:v1:PRICE_ASC:0:20@"))
                .anyMatch(key -> key.startsWith("commerce:product-pages:v1:PRICE_DESC:0:20@"));
    }

    @Test
    void a_product_from_the_cache_runs_no_statement_and_is_counted_as_a_hit() {
        CustomersConnections connections = api.getBean(CustomersConnections.class);
        double hitsBefore = hits();

        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(shop.get("/api/v1/products/7").status()).isEqualTo(200);
            long before = connections.taken();
            assertThat(shop.get("/api/v1/products/7").text("productId")).isEqualTo("7");
            assertThat(connections.taken()).isEqualTo(before);
        });

        assertThat(connections.taken()).isPositive();
        assertThat(hits()).isGreaterThan(hitsBefore);
    }

    @Test
    void products_that_are_viewed_come_to_be_the_most_viewed() {
        RedisConnectionFactory redis = api.getBean(RedisConnectionFactory.class);
        List<String> days = days();

        // Views are counted once no other came for a second; what Redis does not take in time is lost.
        await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(3))
                .untilAsserted(() -> {
                    assertThat(shop.get("/api/v1/products/8").status()).isEqualTo(200);
                    assertThat(days)
                            .anyMatch(day -> PatientRedis.<Double>ask(
                                            redis,
                                            patient -> patient.opsForZSet().score(day, "8"))
                                    != null);
                });
    }

    @Test
    void no_request_fails_while_redis_is_killed_and_comes_back() throws Exception {
        List<StateTransition> transitions = new CopyOnWriteArrayList<>();
        CircuitBreaker breaker = api.getBean(CircuitBreaker.class);
        try (Shoppers shoppers = new Shoppers(shop, READERS, BUYERS);
                LogLines log = new LogLines()) {
            shoppers.awaitAnswers(500);
            // A busy machine may have been too slow for a while.
            await().atMost(LIMIT).until(() -> breaker.getState() == CircuitBreaker.State.CLOSED);
            breaker.getEventPublisher().onStateTransition(event -> transitions.add(event.getStateTransition()));
            REDIS.kill();
            await().atMost(LIMIT).until(() -> !transitions.isEmpty());
            awaitLine(log, "Redis is away");
            shoppers.awaitAnswers(1_000);
            REDIS.start();
            awaitLine(log, "Redis is back");
            shoppers.awaitAnswers(500);
            shoppers.close();

            assertThat(shoppers.failures()).isEmpty();
            assertThat(transitions).containsOnlyOnce(StateTransition.CLOSED_TO_OPEN);
            assertThat(transitions).containsOnlyOnce(StateTransition.HALF_OPEN_TO_CLOSED);
            assertThat(log.about("io.lettuce", api.getEnvironment())).isEmpty();
        }
    }

    @Test
    void an_instance_starts_and_sells_without_redis() {
        Map<String, Object> nowhere = Map.of(
                "spring.data.redis.url",
                "redis://127.0.0.1:1",
                "spring.quartz.scheduler-name",
                "without-redis",
                "camel.main.name",
                "without-redis");
        try (ConfigurableApplicationContext other = platform.start(Role.API, nowhere)) {
            ShopClient otherShop = new ShopClient(TestPlatform.baseUrl(other));

            assertThat(otherShop.get("/actuator/health/readiness").status()).isEqualTo(200);
            assertThat(otherShop
                            .get("/api/v1/products")
                            .body()
                            .path("totalCount")
                            .asInt())
                    .isGreaterThanOrEqualTo(PRODUCTS);
            assertThat(otherShop.get("/api/v1/products/7").status()).isEqualTo(200);
            assertThat(Shoppers.order(otherShop, 1, 7).status()).isEqualTo(201);
        }
    }

    private static void awaitLine(LogLines log, String text) {
        await().atMost(LIMIT).until(() -> !log.about(text).isEmpty());
    }

    /** How often the process's own memory was enough. */
    private static double hits() {
        return shop.text("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith("cache_gets_total")
                        && line.contains("cache=\"products\"")
                        && line.contains("cache_manager=\"process\"")
                        && line.contains("result=\"hit\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
