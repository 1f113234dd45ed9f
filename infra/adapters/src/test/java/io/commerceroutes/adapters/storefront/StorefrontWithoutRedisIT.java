package io.commerceroutes.adapters.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StorefrontWithoutRedisIT {
    private static final Duration NOT_REMEMBERED = Duration.ZERO;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int CALLS_UNTIL_OPEN = 5;
    private static final int PRODUCTS = 100;
    private final List<StateTransition> transitions = new CopyOnWriteArrayList<>();
    private final CircuitBreaker breaker = breaker(Duration.ofMillis(200));
    private final CountedCatalogue catalogue = new CountedCatalogue().with(PRODUCTS);
    private final OwnRedis server = new OwnRedis();
    private final RedisConnection redis = RedisConnection.to(server.port());
    private final Storefronts storefronts = new Storefronts(redis, catalogue, breaker);

    private static CircuitBreaker breaker(Duration waitInOpenState) {
        return CircuitBreaker.of(
                "redis",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS_UNTIL_OPEN)
                        .minimumNumberOfCalls(CALLS_UNTIL_OPEN)
                        .waitDurationInOpenState(waitInOpenState)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .automaticTransitionFromOpenToHalfOpenEnabled(false)
                        .build());
    }

    @BeforeEach
    void listen() {
        breaker.getEventPublisher().onStateTransition(event -> transitions.add(event.getStateTransition()));
    }

    @AfterEach
    void stop() {
        redis.close();
        server.close();
    }

    @Test
    void killed_it_is_not_missed_and_back_it_is_used_again() throws Exception {
        server.start();
        showAll();
        catalogue.forgetStatements();
        showAll();
        assertThat(catalogue.statements("card")).isZero();

        server.kill();
        showAll();
        assertThat(catalogue.statements("card")).isEqualTo(PRODUCTS);
        assertThat(transitions).contains(StateTransition.CLOSED_TO_OPEN);

        server.start();
        awaitUsedAgain();
        assertThat(transitions.stream().filter(StateTransition.CLOSED_TO_OPEN::equals))
                .hasSize(1);
        assertThat(transitions.stream().filter(StateTransition.HALF_OPEN_TO_CLOSED::equals))
                .hasSize(1);
    }

    @Test
    void hanging_it_is_waited_for_a_few_times_and_then_no_more() throws Exception {
        AtomicInteger waits = new AtomicInteger();
        CircuitBreaker untilTold = breaker(Duration.ofHours(1));
        untilTold.getEventPublisher().onError(event -> waits.incrementAndGet());
        server.start();
        try (RedisConnection impatient = RedisConnection.to(server.port(), Duration.ofMillis(500))) {
            Storefronts others = new Storefronts(impatient, catalogue, untilTold);
            showAll(others);
            int before = waits.get();

            server.pause();
            showAll(others);
            assertThat(waits.get() - before).isBetween(1, CALLS_UNTIL_OPEN);

            server.resume();
            await().atMost(LIMIT).untilAsserted(() -> {
                if (untilTold.getState() == CircuitBreaker.State.OPEN) {
                    untilTold.transitionToHalfOpenState();
                }
                isUsed(others);
            });
        }
    }

    @Test
    void away_from_the_beginning_it_is_used_once_it_is_there() {
        showAll();

        server.start();

        awaitUsedAgain();
    }

    private void awaitUsedAgain() {
        await().atMost(LIMIT).untilAsserted(() -> isUsed(storefronts));
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    private void isUsed(Storefronts shown) {
        catalogue.forgetStatements();
        showAll(shown);
        assertThat(catalogue.statements("card")).isZero();
    }

    private void showAll() {
        showAll(storefronts);
    }

    /** By an instance whose process remembers none of them. */
    private void showAll(Storefronts shown) {
        CachedStorefront storefront = shown.open(NOT_REMEMBERED);
        assertThat(LongStream.rangeClosed(1, PRODUCTS).mapToObj(storefront::find))
                .allMatch(found -> found.isPresent());
    }
}
