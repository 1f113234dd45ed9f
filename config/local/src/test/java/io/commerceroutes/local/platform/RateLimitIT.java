package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.app.Role;
import io.commerceroutes.embedded.EmbeddedRedis;
import io.commerceroutes.embedded.LocalPort;
import io.commerceroutes.embedded.RedisSettings;
import io.commerceroutes.local.platform.ShopClient.Answer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Limits on a Redis of their own, which two roles share as two instances of one do. The proxy that is trusted here is
 * this test, so that it can call from any address.
 */
class RateLimitIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ADDRESS_PER_SECOND = 20;
    private static final Path FOLDER = Path.of("target", "it", "rate-limit-redis");
    private static final int PORT = LocalPort.free();
    private static final AtomicInteger USERS = new AtomicInteger(1_000);

    private static EmbeddedRedis redis;
    private static TestPlatform platform;
    private static CircuitBreaker breaker;
    private static ShopClient api;
    private static ShopClient collector;

    @BeforeAll
    static void start() {
        redis = startRedis();
        platform = new TestPlatform();
        Map<String, Object> settings = new HashMap<>(Map.of(
                "spring.data.redis.url", redis.url(),
                "server.forward-headers-strategy", "native",
                "commerce.rate-limit.key-prefix", "rate-limit-it:",
                "commerce.rate-limit.user-per-second", "1",
                "commerce.rate-limit.address-per-second", ADDRESS_PER_SECOND));
        ConfigurableApplicationContext context = platform.start(Role.API, settings);
        breaker = context.getBean(CircuitBreaker.class);
        api = new ShopClient(TestPlatform.baseUrl(context));
        collector = new ShopClient(TestPlatform.baseUrl(platform.start(Role.COLLECTOR, settings)));
    }

    @AfterAll
    static void stop() {
        platform.close();
        redis.close();
    }

    private static EmbeddedRedis startRedis() {
        return EmbeddedRedis.start(new RedisSettings(FOLDER, PORT, "a free port"));
    }

    @Test
    void a_user_over_its_limit_is_told_when_to_come_again() {
        long user = USERS.incrementAndGet();

        await().atMost(LIMIT).untilAsserted(() -> {
            Answer first = points(user, "203.0.113.1");
            Answer second = points(user, "203.0.113.2");

            assertThat(first.status()).isNotEqualTo(429);
            assertThat(first.headers().firstValue("RateLimit").orElse(""))
                    .matches("\"address\";r=\\d+;t=1, \"user\";r=0;t=1");
            assertThat(first.headers().firstValue("RateLimit-Policy"))
                    .hasValue("\"address\";q=%d;w=1, \"user\";q=1;w=1".formatted(ADDRESS_PER_SECOND));
            assertProblem(second, 429, "RATE_LIMITED");
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(second.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        });
    }

    @Test
    void instances_share_a_users_limit() {
        assertShared();
    }

    @Test
    void an_address_is_refused_before_its_token_is_looked_at_and_its_callbacks_are_not() {
        String address = "203.0.113.50";
        assertThat(sendFrom(address, "GET", "/api/v1/points", null).status()).isEqualTo(401);
        // At once, for one after another a slow machine might answer no more of them than the limit allows.
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(Rush.together(
                                10 * ADDRESS_PER_SECOND,
                                i -> sendFrom(address, "GET", "/api/v1/points", null)
                                        .status()))
                        .containsOnly(401, 429));

        for (int i = 0; i < ADDRESS_PER_SECOND; i++) {
            Answer callback = sendFrom(address, "POST", "/api/v1/payments/callback", "{}");
            assertThat(callback.status()).isNotEqualTo(429);
            assertThat(callback.headers().firstValue("RateLimit").orElse("")).startsWith("\"callback\"");
            assertThat(sendFrom(address, "GET", "/actuator/health/readiness", null)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(sendFrom("203.0.113.51", "GET", "/api/v1/points", null).status())
                .isEqualTo(401);
    }

    @Test
    void while_redis_is_away_every_request_is_served_under_local_limits() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                String address = "198.51.100." + i;
                callers.execute(() -> {
                    while (!over.get()) {
                        answers.add(sendFrom(address, "GET", "/api/v1/products", null));
                    }
                });
            }
            try {
                await().atMost(LIMIT).until(() -> answers.size() > 100);
                redis.close();
                await().atMost(LIMIT).until(() -> breaker.getState() != State.CLOSED);
                assertLocal();
                int before = answers.size();
                await().atMost(LIMIT).until(() -> answers.size() > before + 100);
                redis = startRedis();
                await().atMost(LIMIT).until(() -> breaker.getState() == State.CLOSED);
            } finally {
                over.set(true);
            }
        }
        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 429);
        assertShared();
    }

    /** Who just called one instance is refused by the other. */
    private static void assertShared() {
        await().atMost(LIMIT).untilAsserted(() -> {
            long user = USERS.incrementAndGet();
            assertThat(points(user, "203.0.113.10").status()).isNotEqualTo(429);
            assertThat(rankings(user, "203.0.113.11").status()).isEqualTo(429);
        });
    }

    /** Each instance serves as much as the limit allows, and no more. */
    private static void assertLocal() {
        await().atMost(LIMIT).untilAsserted(() -> {
            long user = USERS.incrementAndGet();
            List<Integer> statuses = List.of(
                    points(user, "203.0.113.20").status(),
                    rankings(user, "203.0.113.21").status(),
                    points(user, "203.0.113.22").status(),
                    rankings(user, "203.0.113.23").status());
            assertThat(statuses.get(0)).isNotEqualTo(429);
            assertThat(statuses.subList(1, 4)).containsExactly(200, 429, 429);
        });
    }

    private static Answer points(long user, String address) {
        String token = api.token(user, "CUSTOMER");
        return api.send("GET", "/api/v1/points", null, "Authorization", "Bearer " + token, "X-Forwarded-For", address);
    }

    private static Answer rankings(long user, String address) {
        String token = api.token(user, "CUSTOMER");
        return collector.send(
                "GET",
                "/api/v1/rankings?period=DAILY",
                null,
                "Authorization",
                "Bearer " + token,
                "X-Forwarded-For",
                address);
    }

    private static Answer sendFrom(String address, String method, String path, String body) {
        return api.send(method, path, body, "X-Forwarded-For", address);
    }
}
