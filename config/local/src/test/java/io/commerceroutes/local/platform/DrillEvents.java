package io.commerceroutes.local.platform;

import static java.time.temporal.ChronoUnit.DAYS;

import io.commerceroutes.local.platform.DrillEvent.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An endless row of mixed events out of a seed: of every 1,000, 50 came before, 10 are late by up to nine days and one
 * can never be counted. Used by one thread.
 */
final class DrillEvents {
    /** Ten minutes into a day that begins a week, the year's last day but three behind it. */
    static final Instant NOW = OffsetDateTime.parse("2027-01-04T00:10:00+09:00").toInstant();

    /** A drill takes less than this, so that what lies further ahead of its beginning lies ahead at its end, too. */
    static final Duration LENGTH_MAX = Duration.ofMinutes(30);

    private static final Duration LATE_MAX = Duration.ofDays(9);
    private static final Duration PAID_BEFORE_MAX = Duration.ofDays(20);
    private static final int RECENT_MAX = 50_000;
    private static final int PRODUCTS = 1_000;
    private static final int PARTITIONS = 3;

    private final SplittableRandom random;
    private final List<DrillEvent> recent = new ArrayList<>();
    private int next;
    private int repeated;
    private int late;

    DrillEvents(long seed) {
        random = new SplittableRandom(seed);
    }

    DrillEvent next() {
        int draw = random.nextInt(1_000);
        if (draw == 0) {
            return spoiled();
        }
        if (draw <= 50 && !recent.isEmpty()) {
            repeated++;
            return again();
        }
        boolean isLate = draw <= 60;
        late += isLate ? 1 : 0;
        DrillEvent event = fresh(before(NOW, isLate ? LATE_MAX : Duration.ofMinutes(20)));
        remember(event);
        return event;
    }

    /** How many of those so far came before. */
    int repeated() {
        return repeated;
    }

    /** How many of those so far are late. */
    int late() {
        return late;
    }

    private void remember(DrillEvent event) {
        if (recent.size() < RECENT_MAX) {
            recent.add(event);
        } else {
            recent.set(next++ % RECENT_MAX, event);
        }
    }

    /** Of an age that is more often small; every fifth is put where chance will have it, not its key. */
    private DrillEvent again() {
        int back = random.nextInt(1 + random.nextInt(recent.size()));
        int newest = recent.size() < RECENT_MAX ? recent.size() - 1 : (next + RECENT_MAX - 1) % RECENT_MAX;
        DrillEvent event = recent.get((newest - back + recent.size()) % recent.size());
        return random.nextInt(5) == 0 ? event.onPartition(random.nextInt(PARTITIONS)) : event;
    }

    private DrillEvent fresh(Instant time) {
        String id = id(time);
        int draw = random.nextInt(100);
        if (draw < 72) {
            return ofProduct(id, time, draw);
        }
        String order = "drill-" + Long.toHexString(random.nextLong());
        return switch (draw) {
            case 72, 73, 74, 75, 76, 77, 78, 79, 80 ->
                DrillEvent.ofOrder(id, "OrderCreated", time, order, items(), null);
            case 81, 82, 83, 84, 85, 86, 87, 88, 89 ->
                DrillEvent.ofOrder(id, "OrderPaid", time, order, items(), before(time, Duration.ofSeconds(5)));
            case 90, 91, 92, 93 ->
                DrillEvent.ofOrder(id, "OrderCanceled", time, order, items(), before(time, PAID_BEFORE_MAX));
            case 94, 95 -> DrillEvent.ofOrder(id, "OrderCanceled", time, order, items(), null);
            case 96, 97 -> DrillEvent.ofOrder(id, "PaymentRequested", time, order, items(), null);
            default -> DrillEvent.ofOrder(id, "OrderGiftWrapped", time, order, items(), null);
        };
    }

    private DrillEvent ofProduct(String id, Instant time, int draw) {
        long product = product();
        if (draw < 2) {
            return DrillEvent.ofProduct(
                    id, "ProductChanged", time, product, "Product %d of %s".formatted(product, time));
        }
        String type = draw < 14 ? "ProductLiked" : draw < 20 ? "ProductUnliked" : "ProductViewed";
        return DrillEvent.ofProduct(id, type, time, product, null);
    }

    private DrillEvent spoiled() {
        DrillEvent sound =
                DrillEvent.ofProduct(id(NOW), "ProductViewed", before(NOW, Duration.ofMinutes(20)), product(), null);
        return switch (random.nextInt(8)) {
            case 0 -> sound.spoiledByValue("{\"productId\":");
            case 1 -> sound.spoiledByValue(null);
            case 2 -> sound.spoiledById(null);
            case 3 -> sound.spoiledById("not-a-uuid-" + random.nextInt());
            case 4 -> sound.spoiledByTime(NOW.plus(LENGTH_MAX).plus(Duration.ofMinutes(10)));
            case 5 -> sound.spoiledByTime(NOW.minus(11, DAYS));
            case 6 -> soldOf(0).spoiled();
            default -> soldOf(1_000_001).spoiled();
        };
    }

    private DrillEvent soldOf(long quantity) {
        List<Item> items = List.of(new Item(product(), 1, 1_000), new Item(product(), quantity, 1_000));
        return DrillEvent.ofOrder(id(NOW), "OrderPaid", NOW, "drill-spoiled-" + random.nextInt(), items, NOW);
    }

    private List<Item> items() {
        return Stream.generate(() -> new Item(product(), 1 + random.nextInt(5), 100L * random.nextInt(5_000)))
                .limit(1 + random.nextInt(4))
                .toList();
    }

    /** Few are asked for often. */
    private long product() {
        return 1 + random.nextInt(1 + random.nextInt(PRODUCTS));
    }

    private Instant before(Instant time, Duration max) {
        return time.minusMillis(random.nextLong(max.toMillis()));
    }

    /** Time-ordered. Source of the layout: RFC 9562, UUID version 7. */
    private String id(Instant time) {
        long first = time.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(first, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }
}
