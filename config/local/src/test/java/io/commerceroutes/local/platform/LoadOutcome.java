package io.commerceroutes.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What came of an {@link OrderLoad}; its threads add to it while others read. */
final class LoadOutcome {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Queue<JsonNode> answered = new ConcurrentLinkedQueue<>();
    private final Queue<String> canceled = new ConcurrentLinkedQueue<>();
    private final Set<String> cancelAsked = ConcurrentHashMap.newKeySet();
    private final Queue<Answer> refused = new ConcurrentLinkedQueue<>();

    void addBegun() {
        begun.incrementAndGet();
    }

    void addUnanswered() {
        unanswered.incrementAndGet();
    }

    void addAnswered(JsonNode order) {
        answered.add(order);
    }

    void addRefused(Answer answer) {
        refused.add(answer);
    }

    void addCancelAsked(String orderId) {
        cancelAsked.add(orderId);
    }

    void addCanceled(String orderId) {
        canceled.add(orderId);
    }

    List<JsonNode> answered() {
        return List.copyOf(answered);
    }

    List<String> canceled() {
        return List.copyOf(canceled);
    }

    /** Those by card, which the gateway may decline. */
    Set<String> byCard() {
        return answered.stream()
                .filter(order ->
                        "CARD".equals(order.path("payment").path("method").asText()))
                .map(order -> order.path("orderId").asText())
                .collect(Collectors.toSet());
    }

    /** Those whose cancel was asked for, answered or not. */
    Set<String> cancelAsked() {
        return Set.copyOf(cancelAsked);
    }

    /** How many orders were begun. */
    int begun() {
        return begun.get();
    }

    /** How many orders may or may not be there. */
    int unanswered() {
        return unanswered.get();
    }

    List<Answer> refused() {
        return List.copyOf(refused);
    }

    /** Units sold and not taken back, by product. */
    Map<Long, Long> unitsByProduct() {
        return sumByProduct(item -> item.path("quantity").asLong());
    }

    /** Won sold and not taken back, by product. */
    Map<Long, Long> wonByProduct() {
        return sumByProduct(
                item -> item.path("quantity").asLong() * item.path("price").asLong());
    }

    private Map<Long, Long> sumByProduct(ToLongFunction<JsonNode> value) {
        Map<Long, Long> sums = new TreeMap<>();
        for (JsonNode order : answered) {
            if (!canceled.contains(order.path("orderId").asText())) {
                order.path("items")
                        .forEach(item ->
                                sums.merge(item.path("productId").asLong(), value.applyAsLong(item), Long::sum));
            }
        }
        return sums;
    }
}
