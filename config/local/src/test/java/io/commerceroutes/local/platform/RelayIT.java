package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.app.Role;
import io.commerceroutes.domain.event.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Two instances of commerce-api on one outbox. The one that relays stands still until the other has taken over, goes
 * on with what it had read, relays again, and is killed: at moments of a seed, which is printed and which
 * {@code -Ddrill.seed=…} repeats.
 */
class RelayIT {
    private static final Map<String, Object> SHORT_LEASE = Map.of("commerce.relay.lease", "3s");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ORDERS = 100;
    private static final int THREADS = 4;

    private static final long SEED = Long.getLong("drill.seed", System.nanoTime() % 1_000_000);
    private static final Random RANDOM = new Random(SEED);

    private static TestPlatform platform;
    private static RoleProcess first;
    private static ConfigurableApplicationContext second;
    private static JdbcTemplate commerce;
    private static RelayLeases leases;
    private static PublishedEvents published;
    private static String firstOwner;

    @BeforeAll
    static void start() throws Exception {
        System.out.printf("Relay drill: seed %d%n", SEED);
        platform = new TestPlatform();
        first = ApiProcess.start(platform, SHORT_LEASE).awaitReady();
        commerce = platform.commerce();
        leases = new RelayLeases(commerce);
        // While it is alone: the other one's start may take the time from it, and its leases.
        firstOwner = await().atMost(LIMIT)
                .until(leases::onlyOwner, Optional::isPresent)
                .orElseThrow();
        second = platform.start(Role.API, SHORT_LEASE);
        published = new PublishedEvents(setting("camel.component.kafka.brokers"));
        new OrderLoad(secondShop()).chargeEverybody(100_000_000);
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            first.close();
        } finally {
            platform.close();
        }
    }

    @Test
    void kafka_holds_the_commit_order_of_each_key_though_a_relay_stands_still_goes_on_and_is_killed() throws Exception {
        EventSequences sequences = new EventSequences(
                commerce,
                second.getBean("jdbcTransactions", TransactionOperations.class),
                setting("commerce.topics.catalog"));
        try (sequences) {
            sequences.start();
            CompletableFuture<Void> orders = orderAtBoth(1);
            awaitRandomMoment(sequences);
            letFirstRelay();
            first.pause();
            await().atMost(LIMIT).until(RelayIT::secondHasAll);
            awaitRandomMoment(sequences);
            first.resume();
            orders.get(LIMIT.toSeconds(), TimeUnit.SECONDS);

            letFirstRelay();
            orders = orderAtBoth(2);
            awaitRandomMoment(sequences);
            letFirstRelay();
            first.kill();
            await().atMost(LIMIT).until(RelayIT::secondHasAll);
            orders.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        await().atMost(LIMIT).until(() -> count("SELECT COUNT(*) FROM outbox") == 0);

        assertSequencesAreWhole(sequences.written());
        assertOrderAndPaymentEventsAreThere();
    }

    private static CompletableFuture<Void> orderAtBoth(long round) {
        return CompletableFuture.allOf(
                orderAt(new ShopClient(first.baseUrl()), SEED + round), orderAt(secondShop(), SEED - round));
    }

    private static CompletableFuture<Void> orderAt(ShopClient shop, long seed) {
        return CompletableFuture.runAsync(() -> new OrderLoad(shop).run(ORDERS, THREADS, seed));
    }

    private static void awaitRandomMoment(EventSequences sequences) {
        int after = sequences.written() + 20 + RANDOM.nextInt(60);
        await().pollInterval(Duration.ofMillis(1)).atMost(LIMIT).until(() -> sequences.written() >= after);
    }

    private static boolean firstHasAll() {
        return leases.onlyOwner().filter(firstOwner::equals).isPresent();
    }

    private static boolean secondHasAll() {
        return leases.onlyOwner().filter(owner -> !owner.equals(firstOwner)).isPresent();
    }

    /** Where the second one has the leases, its relay rests and gives them back, until the first one has them. */
    private static void letFirstRelay() throws Exception {
        if (firstHasAll()) {
            return;
        }
        var routes = second.getBean(CamelContext.class).getRouteController();
        // First what wakes it, so that it comes to rest.
        routes.stopRoute("tick-relay");
        routes.stopRoute("relay-outbox", 60, TimeUnit.SECONDS);
        second.getBean(Outbox.class).release();
        await().atMost(LIMIT).until(RelayIT::firstHasAll);
        routes.startRoute("relay-outbox");
        routes.startRoute("tick-relay");
    }

    private static void assertSequencesAreWhole(int written) {
        Map<String, List<String>> numbers = published.valuesByKey(setting("commerce.topics.catalog"));
        numbers.keySet().retainAll(EventSequences.KEYS);
        List<String> whole =
                IntStream.rangeClosed(1, written).mapToObj(Integer::toString).toList();
        assertThat(written).isPositive();
        assertThat(numbers).hasSize(EventSequences.KEYS.size());
        assertThat(numbers).allSatisfy((key, held) -> assertThat(held).isEqualTo(whole));
    }

    private static void assertOrderAndPaymentEventsAreThere() {
        CommittedEvents committed = new CommittedEvents(commerce);
        assertThat(committed.orderEventIds()).hasSizeGreaterThan(ORDERS);
        assertThat(published.headersByKey(setting("commerce.topics.orders"), "ce_id"))
                .isEqualTo(committed.orderEventIds());
        assertThat(published.headersByKey(setting("commerce.topics.payments"), "ce_type"))
                .isEqualTo(committed.paymentEventTypes())
                .hasSizeGreaterThan(ORDERS);
    }

    private static ShopClient secondShop() {
        return new ShopClient(TestPlatform.baseUrl(second));
    }

    private static long count(String sql) {
        return commerce.queryForObject(sql, Long.class);
    }

    private static String setting(String name) {
        return second.getEnvironment().getRequiredProperty(name);
    }
}
