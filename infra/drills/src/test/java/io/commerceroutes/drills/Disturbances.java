package io.commerceroutes.drills;

import static org.awaitility.Awaitility.await;

import io.commerceroutes.local.platform.ShopClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * SIGKILLs of instances and outages of the gateway, each at a random moment within a share of its own of the orders.
 * Kills and outages know nothing of one another, so one may come in the midst of the other.
 */
final class Disturbances {
    /** Some orders are still to come after the last one. */
    private static final double LAST_MOMENT = 0.9;

    private final ApiInstances apis;
    private final ShopClient gateway;
    private final DrillPlan plan;
    private final GatewayScenario scenario;
    private final PlacedOrders placed;
    private final long seed;
    private final Queue<Done> done = new ConcurrentLinkedQueue<>();

    /** One that was caused. */
    record Done(Instant at, int order, String what, Duration took) {}

    /** Causes one and says what it was. */
    private interface Cause {
        String now() throws Exception;
    }

    Disturbances(
            ApiInstances apis,
            ShopClient gateway,
            DrillPlan plan,
            GatewayScenario scenario,
            PlacedOrders placed,
            long seed) {
        this.apis = apis;
        this.gateway = gateway;
        this.plan = plan;
        this.scenario = scenario;
        this.placed = placed;
        this.seed = seed;
    }

    /** Ends when the last one is over. */
    CompletableFuture<Void> run() {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom ofKills = random.split();
        SplittableRandom ofOutages = random.split();
        return CompletableFuture.allOf(
                each(plan.kills(), ofKills, () -> kill(ofKills.nextInt(apis.number()))),
                each(plan.outages(), ofOutages, () -> this::outage));
    }

    private CompletableFuture<Void> each(int times, SplittableRandom random, Supplier<Cause> cause) {
        return CompletableFuture.runAsync(
                () -> {
                    for (int i = 0; i < times; i++) {
                        int order = (int) ((i + random.nextDouble()) * LAST_MOMENT * plan.orders() / times);
                        cause(order, cause.get());
                    }
                },
                Thread::startVirtualThread);
    }

    private void cause(int order, Cause cause) {
        await().pollInterval(Duration.ofMillis(2)).atMost(plan.limit()).until(() -> placed.begun() > order);
        Instant at = Instant.now();
        int begun = placed.begun();
        try {
            String what = cause.now();
            done.add(new Done(at, begun, what, Duration.between(at, Instant.now())));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Cause kill(int which) {
        return () -> {
            apis.instance(which).killAndStartAgain();
            return "SIGKILL of api %d".formatted(which + 1);
        };
    }

    private String outage() {
        scenario.away().play(gateway);
        await().pollDelay(plan.outage()).atMost(plan.outage().plusSeconds(60)).until(() -> true);
        scenario.play(gateway);
        return "gateway away";
    }

    /** In the order in which they came. */
    List<Done> done() {
        return done.stream().sorted(Comparator.comparing(Done::at)).toList();
    }
}
