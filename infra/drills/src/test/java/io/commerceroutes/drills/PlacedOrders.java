package io.commerceroutes.drills;

import io.commerceroutes.local.platform.ShopClient.Answer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What customers were told; their threads add to it while others read. */
final class PlacedOrders {
    private final AtomicInteger begun = new AtomicInteger();
    private final Queue<String> answered = new ConcurrentLinkedQueue<>();
    private final Queue<String> canceled = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> refused = new ConcurrentLinkedQueue<>();

    void addBegun() {
        begun.incrementAndGet();
    }

    void addAnswered(String orderId) {
        answered.add(orderId);
    }

    void addCanceled(String orderId) {
        canceled.add(orderId);
    }

    void addRefused(Answer answer) {
        refused.add(answer);
    }

    int begun() {
        return begun.get();
    }

    /** Ids of orders that somebody was told of. */
    List<String> answered() {
        return List.copyOf(answered);
    }

    /** Ids of orders that their customers were told are canceled. */
    List<String> canceled() {
        return List.copyOf(canceled);
    }

    List<Answer> refused() {
        return List.copyOf(refused);
    }
}
