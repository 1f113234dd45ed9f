package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.commerceroutes.app.Role;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/**
 * What tracing costs: orders by points from 16 customers' threads, against four of the same commerce-api in turn, there
 * and back. Not part of the build, and to be run by an optimizing JVM:
 * {@code mvn verify -pl config/local -am -Dit.test=TracingBenchmark -Djacoco.skip=true -Dtests.jvm=-XX:+UseSerialGC}.
 */
class TracingBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("benchmark.warm-up-seconds", 12));
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 4));
    private static final int TURNS = Integer.getInteger("benchmark.turns", 6);
    private static final int THREADS = 16;
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final double LEAST_THROUGHPUT = 0.9;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final OtlpReceiver RECEIVER = new OtlpReceiver();
    private static final List<TestPlatform> PLATFORMS = new ArrayList<>();
    private static final Map<Kind, ShopClient> SHOPS = new EnumMap<>(Kind.class);

    private enum Kind {
        /** Nothing follows a flow through its routes. */
        BARE,
        NO_ENDPOINT,
        DEFAULT_SAMPLING,
        EVERY_REQUEST
    }

    /** Takes out what follows flows through routes. */
    static class WithoutFlows implements BeanDefinitionRegistryPostProcessor {
        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
            registry.removeBeanDefinition("routeFlows");
            registry.removeBeanDefinition("threadChanges");
        }
    }

    private record Turn(long orders, double seconds, double cpuMillis) {
        double perSecond() {
            return orders / seconds;
        }

        double cpuOfOne() {
            return cpuMillis / orders;
        }
    }

    @BeforeAll
    static void start() {
        start(Kind.BARE, Map.of(), WithoutFlows.class);
        start(Kind.NO_ENDPOINT, Map.of());
        start(Kind.DEFAULT_SAMPLING, Map.of("management.otlp.tracing.endpoint", RECEIVER.endpoint()));
        start(
                Kind.EVERY_REQUEST,
                Map.of(
                        "management.otlp.tracing.endpoint",
                        RECEIVER.endpoint(),
                        "management.tracing.sampling.probability",
                        "1.0"));
    }

    private static void start(Kind kind, Map<String, Object> settings, Class<?>... configurations) {
        TestPlatform platform = new TestPlatform();
        PLATFORMS.add(platform);
        ShopClient shop = new ShopClient(TestPlatform.baseUrl(platform.start(Role.API, settings, configurations)));
        SHOPS.put(kind, shop);
        for (int user = 1; user <= 10; user++) {
            shop.customer(user, "POST", "/api/v1/points/charge", "{\"amount\":1000000000}");
        }
        for (int product = 1; product <= 100; product++) {
            shop.as(
                    1,
                    "ADMIN",
                    "POST",
                    "/api/v1/products/%d/stock".formatted(product),
                    "{\"delta\":1000000,\"reason\":\"benchmark\"}");
        }
    }

    @AfterAll
    static void stop() {
        PLATFORMS.forEach(TestPlatform::close);
        RECEIVER.close();
    }

    @Test
    void with_an_endpoint_at_most_a_tenth_of_the_orders_is_lost() {
        SHOPS.values().forEach(shop -> order(shop, WARM_UP));
        Map<Kind, List<Turn>> turns = new EnumMap<>(Kind.class);
        for (int turn = 0; turn < TURNS; turn++) {
            for (Kind kind : turn % 2 == 0 ? KINDS : KINDS.reversed()) {
                turns.computeIfAbsent(kind, key -> new ArrayList<>()).add(order(SHOPS.get(kind), TURN));
            }
        }

        turns.forEach((kind, all) -> System.out.printf(
                "%-16s %,6.0f orders a second, %.3f ms of CPU each; of %s: %.3f of the throughput, %.3f of the CPU%n",
                kind,
                median(all.stream().map(Turn::perSecond).toList()),
                median(all.stream().map(Turn::cpuOfOne).toList()),
                Kind.BARE,
                median(ratios(turns, kind, Turn::perSecond)),
                median(ratios(turns, kind, Turn::cpuOfOne))));
        assertThat(RECEIVER.spans()).isNotEmpty();
        assertThat(median(ratios(turns, Kind.DEFAULT_SAMPLING, Turn::perSecond)))
                .isGreaterThan(LEAST_THROUGHPUT);
    }

    /** Each turn's against that of the bare one beside it. */
    private static List<Double> ratios(Map<Kind, List<Turn>> turns, Kind kind, ToDoubleFunction<Turn> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            ratios.add(figure.applyAsDouble(turns.get(kind).get(turn))
                    / figure.applyAsDouble(turns.get(Kind.BARE).get(turn)));
        }
        return ratios;
    }

    private static double median(List<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static Turn order(ShopClient shop, Duration duration) {
        long begun = System.nanoTime();
        long cpuBegun = MACHINE.getProcessCpuTime();
        long until = begun + duration.toNanos();
        long orders = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Long>> customers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                customers.add(pool.submit(() -> orderUntil(shop, until, thread)));
            }
            for (Future<Long> customer : customers) {
                orders += customer.get();
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        double cpuMillis = (MACHINE.getProcessCpuTime() - cpuBegun) / 1e6;
        return new Turn(orders, (System.nanoTime() - begun) / 1e9, cpuMillis);
    }

    private static long orderUntil(ShopClient shop, long until, int thread) {
        long orders = 0;
        while (System.nanoTime() < until) {
            long product = 1 + (thread * 6 + orders) % 100;
            String body = "{\"items\":[{\"productId\":%d,\"quantity\":1}],\"payment\":{\"method\":\"POINT\"}}"
                    .formatted(product);
            Answer answer = shop.customer(1 + thread % 10, "POST", "/api/v1/orders", body);
            assertThat(answer.status()).isEqualTo(201);
            orders++;
        }
        return orders;
    }
}
