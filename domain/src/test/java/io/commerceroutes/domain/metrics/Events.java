package io.commerceroutes.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events as they come from Kafka, and what one reader makes of them at one moment. */
final class Events {
    static final Instant NOW = Instant.parse("2026-11-22T15:30:00Z");
    static final UUID ID = UUID.fromString("01935000-0000-7000-8000-000000000001");

    private static final EventLimits LIMITS =
            new EventLimits(Duration.ofMinutes(5), Duration.ofDays(10), Duration.ofDays(30), Duration.ofDays(730));
    private static final EventReader READER = readerAt(NOW);

    private Events() {}

    static EventReader readerAt(Instant now) {
        return new EventReader(new BusinessCalendar(ZoneId.of("Asia/Seoul")), LIMITS, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Reads an event that reached its topic now. */
    static EventReading read(String type, Instant time, Map<String, ?> payload) {
        return read(new EventEnvelope(ID.toString(), type, time.toString(), NOW), payload);
    }

    static EventReading read(EventEnvelope envelope, Map<String, ?> payload) {
        return READER.read(envelope, payload);
    }

    @SafeVarargs
    static Map<String, Object> order(String paidAt, Map<String, Object>... items) {
        Map<String, Object> order = new HashMap<>();
        order.put("orderId", "A-1");
        order.put("items", List.of(items));
        order.put("paidAt", paidAt);
        return order;
    }

    static Map<String, Object> item(long productId, long quantity, long price) {
        return Map.of("productId", productId, "quantity", quantity, "price", price);
    }

    static void assertRejected(EventReading reading, String reasonPart) {
        assertThat(reading)
                .isInstanceOfSatisfying(
                        EventReading.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains(reasonPart));
    }
}
