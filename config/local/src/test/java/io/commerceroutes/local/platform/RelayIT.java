package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.app.Role;
import io.commerceroutes.domain.event.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    private static ApiProcess first;
    private static ConfigurableApplicationContext second;
    private static JdbcTemplate commerce;
    private static String firstOwner;

    @BeforeAll
    static void start() throws Exception {
        System.out.printf("Relay drill: seed %d%n", SEED);
        platform = new TestPlatform();
        first = ApiProcess.start(platform, SHORT_LEASE).awaitReady();
        second = platform.start(Role.API, SHORT_LEASE);
        commerce = platform.jdbc(Role.API);
        await().atMost(LIMIT).until(() -> shardsByOwner().size() == 1);
        firstOwner = shardsByOwner().keySet().iterator().next();
        new PointOrderLoad(secondShop()).chargeEverybody(100_000_000);
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
            assertFirstRelays();
            first.pause();
            await().atMost(LIMIT).until(RelayIT::secondHasAll);
            awaitRandomMoment(sequences);
            first.resume();
            orders.get(LIMIT.toSeconds(), TimeUnit.SECONDS);

            handOverToFirst();
            orders = orderAtBoth(2);
            awaitRandomMoment(sequences);
            assertFirstRelays();
            first.kill();
            await().atMost(LIMIT).until(RelayIT::secondHasAll);
            orders.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        await().atMost(LIMIT).until(() -> count("SELECT COUNT(*) FROM outbox") == 0);

        assertSequencesAreWhole(sequences.written());
        assertOrderEventsAreThere();
        assertPaymentEventsAreThere();
    }

    private static CompletableFuture<Void> orderAtBoth(long round) {
        return CompletableFuture.allOf(
                orderAt(new ShopClient(first.baseUrl()), SEED + round), orderAt(secondShop(), SEED - round));
    }

    private static CompletableFuture<Void> orderAt(ShopClient shop, long seed) {
        return CompletableFuture.runAsync(() -> new PointOrderLoad(shop).run(ORDERS, THREADS, seed));
    }

    private static void awaitRandomMoment(EventSequences sequences) {
        int after = sequences.written() + 20 + RANDOM.nextInt(60);
        await().pollInterval(Duration.ofMillis(1)).atMost(LIMIT).until(() -> sequences.written() >= after);
    }

    private static void assertFirstRelays() {
        assertThat(shardsByOwner()).containsOnly(Map.entry(firstOwner, Outbox.SHARDS));
    }

    private static boolean secondHasAll() {
        Map<String, Integer> shards = shardsByOwner();
        return shards.size() == 1 && !shards.containsKey(firstOwner) && shards.containsValue(Outbox.SHARDS);
    }

    /** The second one's relay rests and gives its leases back, until the first one has them. */
    private static void handOverToFirst() throws Exception {
        var routes = second.getBean(CamelContext.class).getRouteController();
        // First what wakes it, so that it comes to rest.
        routes.stopRoute("tick-relay");
        routes.stopRoute("relay-outbox", 5, TimeUnit.SECONDS);
        second.getBean(Outbox.class).release();
        await().atMost(LIMIT).untilAsserted(RelayIT::assertFirstRelays);
        routes.startRoute("relay-outbox");
        routes.startRoute("tick-relay");
    }

    private static Map<String, Integer> shardsByOwner() {
        Map<String, Integer> shards = new HashMap<>();
        commerce.query("SELECT owner FROM relay_lease WHERE owner IS NOT NULL", row -> {
            shards.merge(row.getString(1), 1, Integer::sum);
        });
        return shards;
    }

    private static void assertSequencesAreWhole(int written) {
        Map<String, List<String>> numbers = firstsByKey("catalog", RelayIT::value);
        numbers.keySet().retainAll(EventSequences.KEYS);
        List<String> whole =
                IntStream.rangeClosed(1, written).mapToObj(Integer::toString).toList();
        assertThat(written).isPositive();
        assertThat(numbers).hasSize(EventSequences.KEYS.size());
        assertThat(numbers).allSatisfy((key, held) -> assertThat(held).isEqualTo(whole));
    }

    private static void assertOrderEventsAreThere() {
        Map<String, List<String>> committed = new TreeMap<>();
        commerce.query(
                "SELECT order_id, event_id FROM order_event ORDER BY order_id,"
                        + " FIELD(type, 'OrderCreated', 'OrderPaid', 'OrderCanceled')",
                row -> {
                    committed
                            .computeIfAbsent(row.getString(1), order -> new ArrayList<>())
                            .add(row.getString(2));
                });
        assertThat(committed).hasSizeGreaterThan(ORDERS);
        assertThat(firstsByKey("orders", record -> header(record, "ce_id"))).isEqualTo(committed);
    }

    private static void assertPaymentEventsAreThere() {
        Map<String, List<String>> committed = new TreeMap<>();
        commerce.query(
                "SELECT order_id, type FROM payment_event ORDER BY order_id,"
                        + " FIELD(type, 'PaymentApproved', 'PaymentRefunded')",
                row -> {
                    committed
                            .computeIfAbsent(row.getString(1), order -> new ArrayList<>())
                            .add(row.getString(2));
                });
        assertThat(committed).hasSizeGreaterThan(ORDERS);
        assertThat(firstsByKey("payments", record -> header(record, "ce_type"))).isEqualTo(committed);
    }

    /** What Kafka holds of each key, in its order, without repetitions. */
    private static Map<String, List<String>> firstsByKey(
            String topic, Function<ConsumerRecord<byte[], byte[]>, String> shown) {
        Set<String> seen = new HashSet<>();
        Map<String, List<String>> firsts = new TreeMap<>();
        List<ConsumerRecord<byte[], byte[]>> records =
                KafkaTopicCopy.read(setting("camel.component.kafka.brokers"), setting("commerce.topics." + topic));
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (seen.add(header(record, "ce_id"))) {
                firsts.computeIfAbsent(text(record.key()), key -> new ArrayList<>())
                        .add(shown.apply(record));
            }
        }
        System.out.printf("%s: %d events, %d repetitions%n", topic, seen.size(), records.size() - seen.size());
        return firsts;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }

    private static String value(ConsumerRecord<byte[], byte[]> record) {
        return text(record.value());
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
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
