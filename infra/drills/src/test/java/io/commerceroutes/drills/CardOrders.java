package io.commerceroutes.drills;

import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Customers 1 to 10 order by card at a steady rate, a quarter of them with part of it by points, the first ones with a
 * coupon; each sends an order again with its Idempotency-Key until it is answered. Every so many cancel, half of
 * these at once, half at a random moment.
 */
final class CardOrders {
    private static final int CUSTOMERS = 10;
    private static final int PRODUCTS = 20;
    private static final int COUPONS_PER_CUSTOMER = 2;
    private static final long CHARGED_WON = 100_000_000;
    private static final Set<Integer> ACCEPTED = Set.of(201, 202);
    private static final String ORDER = "{\"items\":[%s],%s\"payment\":"
            + "{\"method\":\"CARD\",\"cardType\":\"KB\",\"cardNo\":\"4929-1111-2222-7777\"}}";
    private static final Executor CUSTOMER = Thread::startVirtualThread;

    private final ApiInstances apis;
    private final DrillPlan plan;
    private final long seed;
    private final PlacedOrders placed = new PlacedOrders();

    CardOrders(ApiInstances apis, DrillPlan plan, long seed) {
        this.apis = apis;
        this.plan = plan;
        this.seed = seed;
    }

    /** Gives everybody points, and a token of each instance. */
    void prepare() {
        for (int user = 1; user <= CUSTOMERS; user++) {
            for (int which = 0; which < apis.number(); which++) {
                apis.instance(which).client().token(user, "CUSTOMER");
            }
            apis.ask(0, user, "/api/v1/points/charge", "{\"amount\":%d}".formatted(CHARGED_WON));
        }
    }

    /** Ends with the last answer to an order or a cancel. */
    CompletableFuture<Void> run() {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < plan.orders(); i++) {
            int number = i;
            SplittableRandom own = random.split();
            all.add(CompletableFuture.supplyAsync(() -> order(number, own), after(i * 1_000L / plan.ordersPerSecond()))
                    .thenCompose(orderId -> cancelPerhaps(number, orderId, own)));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private static Executor after(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, CUSTOMER);
    }

    /** Empty if it was refused. */
    private String order(int number, SplittableRandom random) {
        String items = random.ints(1 + random.nextInt(3), 1, PRODUCTS + 1)
                .distinct()
                .mapToObj(product -> "{\"productId\":%d,\"quantity\":%d}".formatted(product, 1 + random.nextInt(2)))
                .collect(Collectors.joining(","));
        placed.addBegun();
        Answer answer = apis.ask(
                number,
                user(number),
                "/api/v1/orders",
                ORDER.formatted(items, reduction(number)),
                "Idempotency-Key",
                "drill-%d-%d".formatted(seed, number));
        if (!ACCEPTED.contains(answer.status())) {
            placed.addRefused(answer);
            return "";
        }
        placed.addAnswered(answer.text("orderId"));
        return answer.text("orderId");
    }

    private static String reduction(int number) {
        if (number < CUSTOMERS * COUPONS_PER_CUSTOMER) {
            // The demo catalogue issues them to each customer, one after the other.
            long issued = (user(number) - 1) * COUPONS_PER_CUSTOMER + number / CUSTOMERS + 1;
            return "\"issuedCouponId\":%d,".formatted(issued);
        }
        return number % 4 == 0 ? "\"usePoints\":500," : "";
    }

    private CompletableFuture<Void> cancelPerhaps(int number, String orderId, SplittableRandom random) {
        if (orderId.isEmpty() || number % plan.canceledOneIn() > 0) {
            return CompletableFuture.completedFuture(null);
        }
        Duration delay = plan.cancelWithin();
        boolean isAtOnce = number / plan.canceledOneIn() % 2 == 0;
        long millis = isAtOnce ? 0 : random.nextLong(delay.toMillis());
        return CompletableFuture.runAsync(() -> cancel(number, orderId), after(millis));
    }

    private void cancel(int number, String orderId) {
        Answer answer = apis.ask(number, user(number), "/api/v1/orders/" + orderId + "/cancel", null);
        if (answer.status() == 200) {
            placed.addCanceled(orderId);
        } else {
            placed.addRefused(answer);
        }
    }

    private static long user(int number) {
        return 1 + number % CUSTOMERS;
    }

    /** What has come of it by now. */
    PlacedOrders placed() {
        return placed;
    }
}
