package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.app.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What it costs to be observed: orders a second of two instances of the same build, one with metrics and with traces that are sent, and one
 * without, by turns in one run; at most a tenth may be lost. Not part of the build, and to be run by an optimizing JVM:
 * {@code mvn verify -pl config/local -am -Dit.test=ObservabilityBenchmark -Djacoco.skip=true -Dtests.jvm=-XX:+UseSerialGC}.
 */
class ObservabilityBenchmark {
    private static final int BUYERS = 8;
    private static final int PAIRS = Integer.getInteger("benchmark.pairs", 20);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("benchmark.warm-up-seconds", 45));
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 3));
    private static final double LEAST_RATIO = 0.9;
    private static final Map<String, Object> UNOBSERVED = Map.of(
            "management.metrics.enable.all", "false",
            "management.observations.enable.all", "false",
            "camel.metrics.enable-route-policy", "false",
            "camel.metrics.enable-route-event-notifier", "false");
    private static final String ORDER =
            "{\"items\":[{\"productId\":%d,\"quantity\":1}],\"payment\":{\"method\":\"POINT\"}}";

    private static final OtlpReceiver RECEIVER = new OtlpReceiver();
    private static TestPlatform observedPlatform;
    private static TestPlatform unobservedPlatform;
    private static Shop observed;
    private static Shop unobserved;

    /** A shop where each buyer has a product of his own, so that nobody waits for another. */
    private record Shop(ShopClient client, List<Long> products) {
        static Shop open(TestPlatform platform, Map<String, Object> settings, Class<?>... configurations) {
            ShopClient client =
                    new ShopClient(TestPlatform.baseUrl(platform.start(Role.API, settings, configurations)));
            new OrderLoad(client).chargeEverybody(100_000_000);
            List<Long> products = new ArrayList<>();
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                String product = "{\"name\":\"Product of buyer %d\",\"price\":1,\"brandId\":1,\"stock\":100000000}";
                products.add(client.as(1, "ADMIN", "POST", "/api/v1/products", product.formatted(buyer))
                        .number("productId"));
            }
            return new Shop(client, products);
        }

        void order(int buyer) {
            int status = client.customer(1L + buyer, "POST", "/api/v1/orders", ORDER.formatted(products.get(buyer)))
                    .status();
            if (status != 201) {
                throw new AssertionError("An order was answered with " + status);
            }
        }
    }

    @BeforeAll
    static void start() {
        observedPlatform = new TestPlatform();
        observed = Shop.open(observedPlatform, Map.of("management.otlp.tracing.endpoint", RECEIVER.endpoint()));
        unobservedPlatform = new TestPlatform();
        unobserved = Shop.open(unobservedPlatform, UNOBSERVED, TracingBenchmark.WithoutFlows.class);
    }

    @AfterAll
    static void stop() {
        observedPlatform.close();
        unobservedPlatform.close();
        RECEIVER.close();
    }

    @Test
    void at_most_a_tenth_of_the_orders_is_lost_to_being_observed() throws Exception {
        assertThat(observed.client().text("/actuator/prometheus")).contains("commerce_orders_placed_total");
        assertThat(unobserved.client().text("/actuator/prometheus")).doesNotContain("commerce_orders_placed_total");
        ordersASecond(observed, WARM_UP);
        ordersASecond(unobserved, WARM_UP);

        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            ratios.add(ratio(pair, pair % 2 == 0));
        }

        double median = ratios.stream().sorted().toList().get(PAIRS / 2);
        System.out.printf(
                Locale.ROOT, "Orders with being observed to without: %.3f (median of %d pairs)%n", median, PAIRS);
        assertThat(RECEIVER.spans()).isNotEmpty();
        assertThat(median).isGreaterThanOrEqualTo(LEAST_RATIO);
    }

    /** Who goes first in a pair has the colder machine, so they take turns at that. */
    private static double ratio(int pair, boolean observedFirst) throws Exception {
        double first = ordersASecond(observedFirst ? observed : unobserved, TURN);
        double second = ordersASecond(observedFirst ? unobserved : observed, TURN);
        double with = observedFirst ? first : second;
        double without = observedFirst ? second : first;
        System.out.printf(
                Locale.ROOT, "Pair %2d: %,.0f orders a second with, %,.0f without%n", pair + 1, with, without);
        return with / without;
    }

    private static double ordersASecond(Shop shop, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService buyers = Executors.newFixedThreadPool(BUYERS)) {
            List<Future<Long>> orders = new ArrayList<>();
            for (int i = 0; i < BUYERS; i++) {
                int buyer = i;
                LongSupplier buying = () -> {
                    long placed = 0;
                    for (; System.nanoTime() - end < 0; placed++) {
                        shop.order(buyer);
                    }
                    return placed;
                };
                orders.add(buyers.submit(buying::getAsLong));
            }
            long placed = 0;
            for (Future<Long> ofOne : orders) {
                placed += ofOne.get();
            }
            return placed / (time.toMillis() / 1_000.0);
        }
    }
}
