package io.commerceroutes.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:30:00Z");
    private static final UUID ID = UUID.fromString("01935000-0000-7000-8000-000000000001");
    private static final EventLimits LIMITS =
            new EventLimits(Duration.ofMinutes(5), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(730));

    private final EventReader reader =
            new EventReader(new BusinessCalendar(ZoneId.of("Asia/Seoul")), LIMITS, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_view_counts_one_on_the_business_day_of_its_time() {
        EventReading reading = read("ProductViewed", NOW, Map.of("productId", 7));

        assertThat(reading)
                .isEqualTo(new EventReading.Countable(
                        new EventKey(LocalDate.parse("2026-11-22"), ID),
                        LocalDate.parse("2026-11-23"),
                        List.of(new ProductDelta(7, new ProductCounts(1, 0, 0, 0)))));
    }

    @Test
    void a_like_adds_one_and_an_unlike_takes_one_off() {
        assertThat(countsOf(read("ProductLiked", NOW, Map.of("productId", 7L))))
                .containsExactly(new ProductCounts(0, 1, 0, 0));
        assertThat(countsOf(read("ProductUnliked", NOW, Map.of("productId", 7L))))
                .containsExactly(new ProductCounts(0, -1, 0, 0));
    }

    @Test
    void a_paid_order_counts_units_and_amount_on_the_day_of_its_payment() {
        EventReading reading = read("OrderPaid", NOW, order("2026-11-22T23:59:59+09:00", item(1, 2, 500)));

        assertThat(reading).isInstanceOfSatisfying(EventReading.Countable.class, countable -> {
            assertThat(countable.businessDay()).isEqualTo("2026-11-22");
            assertThat(countable.deltas()).containsExactly(new ProductDelta(1, new ProductCounts(0, 0, 2, 1_000)));
        });
    }

    @Test
    void a_canceled_order_that_was_paid_takes_back_on_the_day_of_its_payment() {
        EventReading reading =
                read("OrderCanceled", NOW, order("2026-09-01T10:00:00Z", item(1, 2, 500), item(2, 1, 0)));

        assertThat(reading).isInstanceOfSatisfying(EventReading.Countable.class, countable -> {
            assertThat(countable.businessDay()).isEqualTo("2026-09-01");
            assertThat(countsOf(countable))
                    .containsExactly(new ProductCounts(0, 0, -2, -1_000), new ProductCounts(0, 0, -1, 0));
        });
    }

    @Test
    void a_canceled_order_that_was_never_paid_counts_nothing() {
        Map<String, Object> unpaid = order(null, item(1, 2, 500));

        assertThat(read("OrderCanceled", NOW, unpaid)).isEqualTo(new EventReading.Skipped("OrderCanceled", true));
    }

    @Test
    void a_changed_product_brings_its_name() {
        EventReading reading = read("ProductChanged", NOW, Map.of("productId", 3, "name", "Tea", "price", 10));

        assertThat(reading).isEqualTo(new EventReading.NameChange(EventKey.of(NOW, ID), 3, "Tea", NOW));
    }

    @Test
    void types_that_are_not_counted_are_skipped_whatever_they_carry() {
        assertThat(read("OrderCreated", NOW, Map.of())).isEqualTo(new EventReading.Skipped("OrderCreated", true));
        assertThat(read("SomethingNew", NOW, Map.of())).isEqualTo(new EventReading.Skipped("SomethingNew", false));
    }

    @Test
    void a_missing_type_id_or_time_is_rejected() {
        assertRejected(reader.read(new EventEnvelope(ID.toString(), null, NOW.toString(), NOW), Map.of()), "ce_type");
        assertRejected(reader.read(envelope(null, NOW.toString()), Map.of("productId", 1)), "ce_id");
        assertRejected(reader.read(envelope(ID.toString(), null), Map.of("productId", 1)), "ce_time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "not-a-uuid", "01935000-0000-7000-8000-00000000000g"})
    void an_id_that_is_no_uuid_is_rejected(String id) {
        assertRejected(reader.read(envelope(id, NOW.toString()), Map.of("productId", 1)), "ce_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-22", "2026-11-22T10:00:00", "2026-13-01T00:00:00Z"})
    void a_time_without_offset_or_sense_is_rejected(String time) {
        assertRejected(reader.read(envelope(ID.toString(), time), Map.of("productId", 1)), "ce_time");
    }

    @Test
    void a_time_may_be_five_minutes_ahead_but_no_more() {
        Instant edge = NOW.plus(Duration.ofMinutes(5));

        assertThat(read("ProductViewed", edge, Map.of("productId", 1))).isInstanceOf(EventReading.Countable.class);
        assertRejected(read("ProductViewed", edge.plusNanos(1), Map.of("productId", 1)), "future");
    }

    @Test
    void an_event_that_reached_its_topic_too_late_is_rejected() {
        Instant edge = NOW.minus(Duration.ofDays(7));

        assertThat(read("ProductViewed", edge, Map.of("productId", 1))).isInstanceOf(EventReading.Countable.class);
        assertRejected(read("ProductViewed", edge.minusNanos(1), Map.of("productId", 1)), "lateness");
    }

    @Test
    void an_event_that_only_waited_on_its_topic_is_counted_until_it_may_be_forgotten() {
        Instant edge = NOW.minus(Duration.ofDays(37));

        assertThat(recordedAtOnce(edge)).isInstanceOf(EventReading.Countable.class);
        assertRejected(recordedAtOnce(edge.minusNanos(1)), "lateness");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T15:35:01Z", "2024-01-01T00:00:00Z", "soon"})
    void a_payment_time_that_cannot_be_is_rejected(String paidAt) {
        assertRejected(read("OrderPaid", NOW, order(paidAt, item(1, 1, 1))), "paidAt");
    }

    @Test
    void an_order_paid_needs_its_payment_time() {
        assertRejected(read("OrderPaid", NOW, order(null, item(1, 1, 1))), "paidAt");
    }

    @Test
    void numbers_must_be_whole_and_in_range() {
        for (Object wrong : Arrays.asList(null, "1", 1.0, 0, -1, new java.math.BigInteger("9223372036854775808"))) {
            Map<String, Object> payload = new HashMap<>();
            payload.put("productId", wrong);
            assertRejected(read("ProductViewed", NOW, payload), "productId");
        }
        assertRejected(read("OrderPaid", NOW, order(NOW.toString(), item(1, 0, 1))), "quantity");
        assertRejected(read("OrderPaid", NOW, order(NOW.toString(), item(1, 1_000_001, 1))), "quantity");
        assertRejected(read("OrderPaid", NOW, order(NOW.toString(), item(1, 1, -1))), "price");
        assertRejected(read("OrderPaid", NOW, order(NOW.toString(), item(1, 2, 500_000_000_000_001L))), "price");
        assertRejected(
                read(
                        "OrderPaid",
                        NOW,
                        order(NOW.toString(), item(1, 1, 600_000_000_000_000L), item(2, 1, 600_000_000_000_000L))),
                "amount");
    }

    @Test
    void items_must_be_a_list_of_objects_of_bearable_length() {
        for (Object wrong : Arrays.asList(null, "x", List.of(), List.of("x"))) {
            Map<String, Object> payload = order(NOW.toString());
            payload.put("items", wrong);
            assertRejected(read("OrderPaid", NOW, payload), "items");
        }
        Map<String, Object> long_ = order(NOW.toString());
        long_.put("items", java.util.Collections.nCopies(1_001, item(1, 1, 1)));
        assertRejected(read("OrderPaid", NOW, long_), "items");
    }

    @Test
    void a_name_must_be_there_and_not_endless() {
        for (String wrong : Arrays.asList(null, "", "  ", "x".repeat(256))) {
            Map<String, Object> payload = new HashMap<>(Map.of("productId", 1));
            payload.put("name", wrong);
            assertRejected(read("ProductChanged", NOW, payload), "name");
        }
    }

    private EventReading recordedAtOnce(Instant time) {
        return reader.read(
                new EventEnvelope(ID.toString(), "ProductViewed", time.toString(), time), Map.of("productId", 1));
    }

    private EventReading read(String type, Instant time, Map<String, ?> payload) {
        return reader.read(new EventEnvelope(ID.toString(), type, time.toString(), NOW), payload);
    }

    private static EventEnvelope envelope(String id, String time) {
        return new EventEnvelope(id, "ProductViewed", time, NOW);
    }

    @SafeVarargs
    private static Map<String, Object> order(String paidAt, Map<String, Object>... items) {
        Map<String, Object> order = new HashMap<>();
        order.put("orderId", "A-1");
        order.put("items", List.of(items));
        order.put("paidAt", paidAt);
        return order;
    }

    private static Map<String, Object> item(long productId, long quantity, long price) {
        return Map.of("productId", productId, "quantity", quantity, "price", price);
    }

    private static List<ProductCounts> countsOf(EventReading reading) {
        return ((EventReading.Countable) reading)
                .deltas().stream().map(ProductDelta::counts).toList();
    }

    private static void assertRejected(EventReading reading, String reasonPart) {
        assertThat(reading)
                .isInstanceOfSatisfying(
                        EventReading.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains(reasonPart));
    }
}
