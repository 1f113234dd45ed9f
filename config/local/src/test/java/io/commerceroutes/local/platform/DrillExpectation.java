package io.commerceroutes.local.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What events must add up to, counted here by the contract's words and by none of the collector's code. */
final class DrillExpectation {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private final Set<String> counted = new HashSet<>();
    private final Map<Place, Counts> counts = new HashMap<>();
    private final Map<Long, Name> names = new HashMap<>();

    /** One product's business day. */
    record Place(LocalDate day, long productId) {}

    /** As the columns stand in {@code product_metrics}. */
    record Counts(long views, long likes, long ordersCreated, long salesQuantity, long salesAmount) {
        private Counts plus(Counts more) {
            return new Counts(
                    views + more.views,
                    likes + more.likes,
                    ordersCreated + more.ordersCreated,
                    salesQuantity + more.salesQuantity,
                    salesAmount + more.salesAmount);
        }
    }

    private record Name(Instant since, String name) {}

    void add(DrillEvent event) {
        if (!event.sound()) {
            return;
        }
        switch (event.type()) {
            case "ProductViewed" -> count(event, new Counts(1, 0, 0, 0, 0));
            case "ProductLiked" -> count(event, new Counts(0, 1, 0, 0, 0));
            case "ProductUnliked" -> count(event, new Counts(0, -1, 0, 0, 0));
            case "ProductChanged" -> rename(event);
            case "OrderCreated" -> count(event, new Counts(0, 0, 1, 0, 0));
            case "OrderPaid" -> sell(event, 1);
            case "OrderCanceled" -> takeBack(event);
            default -> {
                // Skipped, whether known or not.
            }
        }
    }

    /** Once for each product, whatever the number of lines that name it. */
    private void count(DrillEvent event, Counts once) {
        if (counted.add(event.ceId())) {
            event.items().stream()
                    .map(DrillEvent.Item::productId)
                    .collect(Collectors.toSet())
                    .forEach(product -> add(event.time(), product, once));
        }
    }

    private void takeBack(DrillEvent event) {
        if (event.paidAt() != null) {
            sell(event, -1);
        }
    }

    private void sell(DrillEvent event, int sign) {
        if (counted.add(event.ceId())) {
            event.items()
                    .forEach(item -> add(
                            event.paidAt(),
                            item.productId(),
                            new Counts(0, 0, 0, sign * item.quantity(), sign * item.quantity() * item.price())));
        }
    }

    private void add(Instant moment, long product, Counts more) {
        counts.merge(new Place(moment.atZone(ZONE).toLocalDate(), product), more, Counts::plus);
    }

    private void rename(DrillEvent event) {
        counted.add(event.ceId());
        names.merge(
                event.items().getFirst().productId(),
                new Name(event.time(), event.name()),
                (held, next) -> next.since().isBefore(held.since()) ? held : next);
    }

    Map<Place, Counts> counts() {
        return counts;
    }

    /** The name that each product got last. */
    Map<Long, String> names() {
        return names.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().name()));
    }

    /** How many events leave a mark. */
    int handled() {
        return counted.size();
    }

    /** The days that have counts, oldest first. */
    List<LocalDate> days() {
        return counts.keySet().stream().map(Place::day).distinct().sorted().toList();
    }
}
