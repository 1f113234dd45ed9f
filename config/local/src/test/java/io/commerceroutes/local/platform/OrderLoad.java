package io.commerceroutes.local.platform;

import static org.awaitility.Awaitility.await;

import io.commerceroutes.local.platform.ShopClient.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Customers 1 to 10 order from several threads: 1 to 3 items over 20 products each, some with a coupon, and a tenth of
 * the orders canceled. All by points, or every other one by card, some of these with part of it by points. Where no
 * answer came, half of them ask again with the same Idempotency-Key; what the others asked for may or may not have
 * happened, and is counted apart.
 */
final class OrderLoad {
    private static final int CUSTOMERS = 10;
    private static final int PRODUCTS = 20;
    private static final int CANCELED_ONE_IN = 10;
    private static final int COUPONS_PER_CUSTOMER = 2;
    private static final int REQUESTS_MAX = 20;
    private static final int AWAY = 503;
    private static final Set<Integer> ACCEPTED = Set.of(201, 202);
    private static final String BY_POINTS = "\"payment\":{\"method\":\"POINT\"}";
    private static final String BY_CARD = "\"payment\":{\"method\":\"CARD\",\"cardType\":\"KB\",\"cardNo\":\"%s\"}";
    private static final Duration DECISION_LIMIT = Duration.ofMinutes(5);

    private final ShopClient shop;
    private final Runnable awaitBack;
    private final Optional<String> cardNumber;
    private final LoadOutcome outcome = new LoadOutcome();

    OrderLoad(ShopClient shop) {
        this(shop, Optional.empty(), () -> {});
    }

    /**
     * @param cardNumber what every other order is paid with; none if empty
     * @param awaitBack called where no answer came; returns when the next request is worth while
     */
    OrderLoad(ShopClient shop, Optional<String> cardNumber, Runnable awaitBack) {
        this.shop = shop;
        this.cardNumber = cardNumber;
        this.awaitBack = awaitBack;
    }

    void chargeEverybody(long won) {
        for (int user = 1; user <= CUSTOMERS; user++) {
            shop.customer(user, "POST", "/api/v1/points/charge", "{\"amount\":%d}".formatted(won));
        }
    }

    /** Runs {@code orders} orders from {@code threads} threads; the seed, another each time, decides what is ordered. */
    void run(int orders, int threads, long seed) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> runs = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < orders; i++) {
                int number = i;
                SplittableRandom own = random.split();
                runs.add(pool.submit(() -> order(number, "load-%d-%d".formatted(seed, number), own)));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void order(int number, String key, SplittableRandom random) {
        long user = 1 + number % CUSTOMERS;
        String items = random.ints(1 + random.nextInt(3), 1, PRODUCTS + 1)
                .distinct()
                .mapToObj(product -> "{\"productId\":%d,\"quantity\":%d}".formatted(product, 1 + random.nextInt(2)))
                .collect(Collectors.joining(","));
        String coupon = number < CUSTOMERS * COUPONS_PER_CUSTOMER
                ? "\"issuedCouponId\":%d,".formatted(issuedCoupon(user, number / CUSTOMERS))
                : "";
        String points = isByCard(number) && number % 4 == 1 && coupon.isEmpty() ? "\"usePoints\":500," : "";
        String payment = isByCard(number) ? BY_CARD.formatted(cardNumber.orElseThrow()) : BY_POINTS;
        String body = "{\"items\":[%s],%s%s%s}".formatted(items, coupon, points, payment);
        outcome.addBegun();
        boolean insists = number % 4 < 2;
        Optional<Answer> answer = insists
                ? ask(REQUESTS_MAX, user, "/api/v1/orders", body, "Idempotency-Key", key)
                : ask(1, user, "/api/v1/orders", body);
        if (answer.isEmpty()) {
            outcome.addUnanswered();
        } else if (!ACCEPTED.contains(answer.get().status())) {
            outcome.addRefused(answer.get());
        } else {
            outcome.addAnswered(answer.get().body());
            if (isToBeCanceled(number)) {
                cancel(number, insists, user, answer.get().text("orderId"));
            }
        }
    }

    private boolean isByCard(int number) {
        return cardNumber.isPresent() && number % 2 == 1;
    }

    /** Every tenth; with cards, those by card and by points in turn. */
    private boolean isToBeCanceled(int number) {
        int turn = number % (2 * CANCELED_ONE_IN);
        return turn == 0 || turn == (cardNumber.isPresent() ? CANCELED_ONE_IN / 2 : CANCELED_ONE_IN);
    }

    /** Every other one of those by card is canceled only after the gateway has decided. */
    private void awaitDecision(int number, long user, String orderId) {
        if (isByCard(number) && number % (4 * CANCELED_ONE_IN) > 2 * CANCELED_ONE_IN) {
            try {
                await().atMost(DECISION_LIMIT)
                        .ignoreExceptions()
                        .until(() -> !"PENDING_PAYMENT"
                                .equals(shop.customer(user, "GET", "/api/v1/orders/" + orderId, null)
                                        .text("status")));
            } catch (ConditionTimeoutException undecided) {
                Answer timeline = shop.customer(user, "GET", "/api/v1/orders/" + orderId + "/timeline", null);
                throw new AssertionError("Not decided: " + timeline.body(), undecided);
            }
        }
    }

    private void cancel(int number, boolean insists, long user, String orderId) {
        awaitDecision(number, user, orderId);
        outcome.addCancelAsked(orderId);
        ask(insists ? REQUESTS_MAX : 1, user, "/api/v1/orders/" + orderId + "/cancel", null)
                .ifPresent(answer -> {
                    if (answer.status() == 200) {
                        outcome.addCanceled(orderId);
                    } else {
                        outcome.addRefused(answer);
                    }
                });
    }

    private Optional<Answer> ask(int requests, long user, String path, String body, String... headers) {
        for (int request = 0; request < requests; request++) {
            try {
                Answer answer = shop.customer(user, "POST", path, body, headers);
                if (answer.status() != AWAY) {
                    return Optional.of(answer);
                }
            } catch (UncheckedIOException noAnswer) {
                // Nobody was told anything, so nothing is claimed.
            }
            awaitBack.run();
        }
        return Optional.empty();
    }

    /** The demo catalogue issues two coupons to each customer, one after the other. */
    private static long issuedCoupon(long user, int which) {
        return (user - 1) * COUPONS_PER_CUSTOMER + which + 1;
    }

    /** What has come of it by now. */
    LoadOutcome outcome() {
        return outcome;
    }
}
