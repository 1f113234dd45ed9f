package io.commerceroutes.local.platform;

import static org.awaitility.Awaitility.await;

import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Customers who read products and lists, and some who buy by points, until they are told to go. */
final class Shoppers implements AutoCloseable {
    private static final int PRODUCTS = 100;
    private static final int PAGES = 5;
    private static final int CUSTOMERS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ORDER =
            "{\"items\":[{\"productId\":%d,\"quantity\":1}],\"payment\":{\"method\":\"POINT\"}}";

    private final ShopClient shop;
    private final ExecutorService threads;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    Shoppers(ShopClient shop, int readers, int buyers) {
        this.shop = shop;
        threads = Executors.newFixedThreadPool(readers + buyers);
        for (int i = 0; i < readers; i++) {
            threads.execute(() -> repeat(this::read));
        }
        for (int i = 0; i < buyers; i++) {
            threads.execute(() -> repeat(this::buy));
        }
    }

    private interface Request {
        Answer send(SplittableRandom random);
    }

    private void repeat(Request request) {
        SplittableRandom random = new SplittableRandom();
        while (!gone.get()) {
            try {
                Answer answer = request.send(random);
                if (answer.status() >= 300) {
                    failures.add(answer.status() + " " + answer.body());
                }
            } catch (RuntimeException noAnswer) {
                failures.add(noAnswer.toString());
            }
            answers.incrementAndGet();
        }
    }

    private Answer read(SplittableRandom random) {
        return random.nextInt(4) == 0
                ? shop.get("/api/v1/products?page=" + random.nextInt(PAGES))
                : shop.get("/api/v1/products/" + product(random));
    }

    private Answer buy(SplittableRandom random) {
        return order(shop, random.nextLong(1, CUSTOMERS + 1), product(random));
    }

    private static long product(SplittableRandom random) {
        return random.nextLong(1, PRODUCTS + 1);
    }

    static Answer order(ShopClient shop, long customer, long product) {
        return shop.customer(customer, "POST", "/api/v1/orders", ORDER.formatted(product));
    }

    void awaitAnswers(int more) {
        int before = answers.get();
        await().atMost(LIMIT).until(() -> answers.get() >= before + more);
    }

    /** What was not answered, or answered with anything but success. */
    List<String> failures() {
        return failures;
    }

    /** Returns when the last one has its answer. */
    @Override
    public void close() {
        gone.set(true);
        threads.close();
    }
}
