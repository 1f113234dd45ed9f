package io.commerceroutes.local.platform;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Customers who go on, whatever is away: each turn one looks at a product, one pays with points and one by card. */
final class SteadyShopping implements AutoCloseable {
    private static final long TURN_MILLIS = 150;
    private static final int SHOPPERS = 8;
    private static final String ORDER = "{\"items\":[{\"productId\":%d,\"quantity\":1}],\"payment\":%s}";
    private static final String BY_CARD =
            "{\"method\":\"CARD\",\"cardType\":\"KB\",\"cardNo\":\"4929-1111-2222-7777\"}";

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(SHOPPERS);
    private final AtomicLong turns = new AtomicLong();
    private final ShopClient shop;

    SteadyShopping(ShopClient shop) {
        this.shop = shop;
        for (int i = 0; i < SHOPPERS; i++) {
            clock.scheduleWithFixedDelay(this::turn, i * TURN_MILLIS, SHOPPERS * TURN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A turn that fails is the customer's bad luck; the next one tries again. */
    private void turn() {
        long turn = turns.getAndIncrement();
        long user = 1 + turn % 10;
        long product = 1 + turn % 90;
        try {
            shop.get("/api/v1/products/" + product);
            shop.customer(user, "POST", "/api/v1/orders", ORDER.formatted(product, "{\"method\":\"POINT\"}"));
            shop.customer(user, "POST", "/api/v1/orders", ORDER.formatted(product, BY_CARD));
        } catch (RuntimeException noAnswer) {
            turns.getAndIncrement();
        }
    }

    @Override
    public void close() throws InterruptedException {
        clock.shutdownNow();
        clock.awaitTermination(30, TimeUnit.SECONDS);
    }
}
