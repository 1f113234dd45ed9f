package io.commerceroutes.local.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One record of a drill: what it says, and how it goes onto its topic.
 *
 * @param partition where to put it; by its key if null
 * @param ceId the header, left out if null
 * @param name of the product, for ProductChanged
 * @param paidAt null if there is none
 * @param value as sent
 * @param sound false if it is to become a dead letter
 */
record DrillEvent(
        String topic,
        Integer partition,
        String key,
        String ceId,
        String type,
        Instant time,
        List<Item> items,
        String name,
        Instant paidAt,
        byte[] value,
        boolean sound) {
    static final String ORDERS = "commerce.orders.v1";
    static final String CATALOG = "commerce.catalog.v1";

    /** A line of an order, or the product that a catalogue event speaks of. */
    record Item(long productId, long quantity, long price) {}

    static DrillEvent ofProduct(String ceId, String type, Instant time, long productId, String name) {
        String json = name == null
                ? "{\"productId\":%d}".formatted(productId)
                : "{\"productId\":%d,\"name\":\"%s\",\"price\":1000}".formatted(productId, name);
        List<Item> items = List.of(new Item(productId, 0, 0));
        return new DrillEvent(
                CATALOG, null, Long.toString(productId), ceId, type, time, items, name, null, bytes(json), true);
    }

    static DrillEvent ofOrder(
            String ceId, String type, Instant time, String orderId, List<Item> items, Instant paidAt) {
        String lines = items.stream()
                .map(item -> "{\"productId\":%d,\"quantity\":%d,\"price\":%d}"
                        .formatted(item.productId(), item.quantity(), item.price()))
                .collect(Collectors.joining(","));
        long amount =
                items.stream().mapToLong(item -> item.quantity() * item.price()).sum();
        String paid = paidAt == null ? "null" : "\"" + paidAt + "\"";
        String json = ("{\"orderId\":\"%s\",\"userId\":7,\"items\":[%s],\"totalAmount\":%d,\"discountAmount\":0,"
                        + "\"pointsUsed\":0,\"payableAmount\":%d,\"createdAt\":\"%s\",\"paidAt\":%s}")
                .formatted(orderId, lines, amount, amount, time, paid);
        return new DrillEvent(ORDERS, null, orderId, ceId, type, time, items, null, paidAt, bytes(json), true);
    }

    DrillEvent onPartition(int other) {
        return new DrillEvent(topic, other, key, ceId, type, time, items, name, paidAt, value, sound);
    }

    DrillEvent spoiledByValue(String json) {
        byte[] other = json == null ? null : bytes(json);
        return new DrillEvent(topic, partition, key, ceId, type, time, items, name, paidAt, other, false);
    }

    DrillEvent spoiledById(String other) {
        return new DrillEvent(topic, partition, key, other, type, time, items, name, paidAt, value, false);
    }

    DrillEvent spoiledByTime(Instant other) {
        return new DrillEvent(topic, partition, key, ceId, type, other, items, name, paidAt, value, false);
    }

    /** Nothing to change: what it says is out of range. */
    DrillEvent spoiled() {
        return spoiledById(ceId);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
