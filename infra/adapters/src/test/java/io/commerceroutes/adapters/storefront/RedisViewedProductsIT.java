package io.commerceroutes.adapters.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisCallback;

class RedisViewedProductsIT {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int PRODUCTS_MAX = 3;

    private final String keyPrefix = "it-" + UUID.randomUUID() + ":";
    private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("redis");
    private final RedisConnection redis = RedisConnection.open();

    @AfterEach
    void disconnect() {
        redis.close();
    }

    @Test
    void the_most_viewed_come_first_and_no_more_than_asked_for() {
        viewed(NOON).count(Map.of(1L, 2L, 2L, 5L));
        viewed(NOON).count(Map.of(1L, 4L, 3L, 1L));

        assertThat(viewed(NOON).mostViewed(10)).containsExactly(1L, 2L, 3L);
        assertThat(viewed(NOON).mostViewed(2)).containsExactly(1L, 2L);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void yesterdays_views_count_and_older_ones_do_not() {
        viewed(NOON.minus(Duration.ofDays(2))).count(Map.of(3L, 100L));
        viewed(NOON.minus(Duration.ofDays(1))).count(Map.of(1L, 4L, 2L, 5L));
        viewed(NOON).count(Map.of(1L, 2L));

        assertThat(viewed(NOON).mostViewed(10)).containsExactly(1L, 2L);
    }

    @Test
    void a_day_remembers_only_the_most_viewed_and_is_forgotten_in_time() {
        viewed(NOON).count(Map.of(1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L));

        String day = keyPrefix + "views:2026-11-22";
        assertThat(viewed(NOON).mostViewed(10)).containsExactly(4L, 3L, 2L);
        assertThat(redis.template().getExpire(day))
                .isBetween(1L, Duration.ofDays(2).toSeconds());
    }

    @Test
    void counting_takes_no_connection_of_its_own() {
        try (OwnRedis server = new OwnRedis()) {
            server.start();
            try (RedisConnection own = RedisConnection.to(server.port())) {
                RedisViewedProducts viewed = viewed(own, NOON);
                viewed.count(Map.of(1L, 1L));
                long before = connectionsMade(own);

                viewed.count(Map.of(1L, 1L));
                viewed.count(Map.of(2L, 1L));

                assertThat(viewed.mostViewed(10)).containsExactly(1L, 2L);
                assertThat(connectionsMade(own)).isEqualTo(before);
            }
        }
    }

    private static long connectionsMade(RedisConnection redis) {
        Properties stats = redis.template().execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("stats"));
        return Long.parseLong(stats.getProperty("total_connections_received"));
    }

    @Test
    void while_redis_is_away_nothing_is_known_and_nobody_fails() {
        try (RedisConnection away = RedisConnection.to(1)) {
            RedisViewedProducts viewed = viewed(away, NOON);

            viewed.count(Map.of(1L, 1L));

            assertThat(viewed.mostViewed(10)).isEqualTo(List.of());
            assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isPositive();
        }
    }

    private RedisViewedProducts viewed(Instant now) {
        return viewed(redis, now);
    }

    private RedisViewedProducts viewed(RedisConnection connection, Instant now) {
        return new RedisViewedProducts(
                connection.template(), breaker, Clock.fixed(now, ZoneOffset.UTC), keyPrefix, PRODUCTS_MAX);
    }
}
