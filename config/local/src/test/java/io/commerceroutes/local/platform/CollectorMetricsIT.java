package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.adapters.metrics.KafkaEventBacklog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What events and runs do to the figures that operators see. Each test has products and days of its own. */
@OnSharedCollector
class CollectorMetricsIT {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final RunningCollector collector;

    CollectorMetricsIT(RunningCollector collector) {
        this.collector = collector;
    }

    @Test
    void events_are_counted_by_what_becomes_of_them_and_a_dead_letter_waits_until_it_is_put_back() {
        // What others sent, and left to be counted, would be counted among these.
        collector.awaitEverythingCommitted();
        UUID twice = UUID.randomUUID();
        UUID poison = UUID.randomUUID();
        Exposition before = shown();

        collector.events().view(collector.catalog(), twice, Instant.now(), 900);
        collector.events().view(collector.catalog(), twice, Instant.now(), 900);
        collector.events().send(collector.orders(), poison, "OrderPaid", Instant.now(), "poison");
        collector.events().flush();

        await().atMost(LIMIT).untilAsserted(() -> {
            Exposition after = shown();
            assertThat(rise(before, after, "counted")).isOne();
            assertThat(rise(before, after, "duplicates")).isOne();
            assertThat(rise(before, after, "dead")).isOne();
            assertThat(after.sum("commerce_collector_lag_records", Map.of())).isZero();
        });
        assertThat(shown().sum("commerce_event_batch_size_count", Map.of()))
                .isGreaterThan(before.sum("commerce_event_batch_size_count", Map.of()));
        assertThat(shown().startingWith("commerce_collector_lag_records"))
                .extracting(series -> series.labels().get("topic"))
                .containsExactlyInAnyOrder(collector.orders(), collector.catalog());

        long waiting = collector
                .database()
                .queryForObject("SELECT COUNT(*) FROM dead_letter WHERE replayed_at IS NULL", Long.class);
        awaitDeadLetters(waiting);
        collector
                .database()
                .update("UPDATE dead_letter SET replayed_at = UTC_TIMESTAMP(3) WHERE event_id = ?", poison.toString());
        awaitDeadLetters(waiting - 1);
    }

    @Test
    void what_nobody_has_read_yet_is_lag() {
        collector.events().view(collector.catalog(), UUID.randomUUID(), Instant.now(), 901);
        collector.events().flush();
        List<String> topics = List.of(collector.orders(), collector.catalog());

        try (KafkaEventBacklog ofNobody =
                new KafkaEventBacklog(collector.brokers(), topics, "nobody", Duration.ofSeconds(30))) {
            assertThat(ofNobody.waiting().get(collector.catalog())).isPositive();
        }
    }

    @Test
    void a_run_is_timed_and_an_ended_day_that_nobody_closed_is_overdue() {
        // Two of them, for another one may come to be overdue meanwhile, if midnight passes.
        LocalDate today = LocalDate.now(SEOUL);
        List<LocalDate> days = List.of(today.minusDays(4), today.minusDays(3));
        days.forEach(day -> collector.database().update("INSERT IGNORE INTO day_revision VALUES (?, 1)", day));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(overdue()).isGreaterThanOrEqualTo(2));
        double overdue = overdue();
        double runs = shown().sum("commerce_aggregation_duration_seconds_count", Map.of("state", "DONE"));

        long asked = System.nanoTime();
        days.forEach(day -> new Aggregations(collector.client()).run("DAILY", day));

        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(overdue()).isLessThan(overdue);
            assertThat(shown().sum("commerce_aggregation_duration_seconds_count", Map.of("state", "DONE")))
                    .isGreaterThan(runs);
            assertThat(shown().sum("commerce_aggregation_age_seconds", Map.of("period", "DAILY")))
                    .isBetween(0.0, 1 + (System.nanoTime() - asked) / 1e9);
        });
    }

    private void awaitDeadLetters(long waiting) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(shown().sum("commerce_dead_letters_waiting", Map.of()))
                        .isEqualTo(waiting));
    }

    private double overdue() {
        return shown().sum("commerce_aggregation_windows_overdue", Map.of("period", "DAILY"));
    }

    private double rise(Exposition before, Exposition after, String outcome) {
        Map<String, String> labels = Map.of("outcome", outcome);
        return after.sum("commerce_events_total", labels) - before.sum("commerce_events_total", labels);
    }

    private Exposition shown() {
        return Exposition.of(TestPlatform.baseUrl(collector.context()));
    }
}
