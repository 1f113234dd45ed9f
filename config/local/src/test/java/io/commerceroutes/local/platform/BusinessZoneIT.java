package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shop that moves its business days from Seoul to UTC in the night of New Year. */
class BusinessZoneIT {
    /** Five o'clock of January 1 in Seoul. */
    private static final Instant IN_SEOUL = Instant.parse("2026-12-31T20:00:00Z");

    /** Still December 31 by UTC. */
    private static final Instant BY_UTC = Instant.parse("2026-12-31T20:10:00Z");

    private static final Instant NEXT_DAY = Instant.parse("2027-01-01T00:10:00Z");

    private final DatedCollector collector = new DatedCollector(Map.of());

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void after_a_change_of_the_zone_days_begin_elsewhere_and_nothing_is_counted_twice_or_lost() {
        UUID lastOfTheYear = UUID.randomUUID();
        UUID firstOfTheYear = UUID.randomUUID();
        collector.start(IN_SEOUL, "Asia/Seoul");
        try (EventPublisher events = collector.publisher()) {
            collector.tell(events, lastOfTheYear, "OrderPaid", "2026-12-31T14:59:59Z", 1);
            collector.tell(events, firstOfTheYear, "OrderPaid", "2026-12-31T15:00:00Z", 2);
            collector.awaitUnits(3);
            awaitRanked("2026-12-31", 1);
            assertThat(collector.windows("MONTHLY", true)).containsExactly("2026-12-01");
            collector.stop();

            collector.start(BY_UTC, "UTC");
            collector.tell(events, lastOfTheYear, "OrderPaid", "2026-12-31T14:59:59Z", 1);
            collector.tell(events, firstOfTheYear, "OrderPaid", "2026-12-31T15:00:00Z", 2);
            collector.sell(events, "2026-12-31T20:09:00Z", 4);
            collector.awaitUnits(7);
            assertThat(unitsOf("2026-12-31")).isEqualTo(5);
            assertThat(unitsOf("2027-01-01")).isEqualTo(2);
            assertThat(zonesOfSchedules()).isEqualTo("UTC");
            collector.stop();

            collector.start(NEXT_DAY, "UTC");
            awaitRanked("2026-12-31", 5);
        }
        assertThat(collector.windows("DAILY", true)).containsExactly("2026-12-31");
        collector.assertSound();
    }

    /** On its day, and in its month. */
    private void awaitRanked(String day, long units) {
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(collector.rankedUnits("DAILY", day)).isEqualTo(units);
            assertThat(collector.rankedUnits("MONTHLY", day)).isEqualTo(units);
        });
    }

    private Long unitsOf(String day) {
        return collector
                .database()
                .queryForObject("SELECT sales_quantity FROM product_metrics WHERE metric_date = ?", Long.class, day);
    }

    private String zonesOfSchedules() {
        return collector
                .database()
                .queryForObject(
                        "SELECT GROUP_CONCAT(DISTINCT c.TIME_ZONE_ID) FROM QRTZ_CRON_TRIGGERS c"
                                + " JOIN QRTZ_TRIGGERS t USING (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)"
                                + " WHERE t.TRIGGER_GROUP = 'ranking'",
                        String.class);
    }
}
