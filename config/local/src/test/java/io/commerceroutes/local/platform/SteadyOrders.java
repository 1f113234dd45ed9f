package io.commerceroutes.local.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Orders by card at a steady rate, however long each answer takes. */
record SteadyOrders(ShopClient shop, String cardNumber) {
    private static final int ORDERS_PER_SECOND = 20;

    /** How long each answer took, in milliseconds. */
    List<Long> during(Duration time) {
        int orders = Math.toIntExact(time.toSeconds() * ORDERS_PER_SECOND);
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(8)) {
            for (int i = 0; i < orders; i++) {
                long user = 1 + i % 10;
                CompletableFuture<Long> answer = new CompletableFuture<>();
                answers.add(answer);
                clock.schedule(
                        () -> answer.completeAsync(() -> order(user), Runnable::run),
                        i * 1_000L / ORDERS_PER_SECOND,
                        TimeUnit.MILLISECONDS);
            }
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    static long percentile99(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() * 99 / 100);
    }

    private long order(long user) {
        long from = System.nanoTime();
        new Customer(shop, user).orderByCard(20 + user, 1, 0, cardNumber);
        return (System.nanoTime() - from) / 1_000_000;
    }
}
