package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A collector that was away for ten days around New Year: it counts what came meanwhile and makes up for every run. */
@Execution(ExecutionMode.CONCURRENT)
class RefreshIT {
    private static final Instant BEFORE = Instant.parse("2026-12-24T01:00:00+09:00");
    private static final Instant AFTER = Instant.parse("2027-01-03T01:00:00+09:00");
    private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(60);
    private static final long PRODUCT = 77;

    private static final String NOT_SHOWN_AS_THEY_ARE = """
            SELECT COUNT(*) FROM day_revision d
            LEFT JOIN aggregation_window w ON w.period = 'DAILY' AND w.period_start = d.metric_date
            WHERE w.revision IS NULL OR w.revision <> d.revision OR w.complete = 0""";

    private final TestPlatform platform = new TestPlatform();
    private ConfigurableApplicationContext collector;
    private JdbcTemplate database;

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void ten_days_away_are_made_up_for_within_a_minute_and_the_ledger_is_complete() throws Exception {
        start(BEFORE);
        try (EventPublisher events = publisher()) {
            sell(events, "2026-12-22T12:00:00+09:00", 1);
            sell(events, "2026-12-23T23:59:59+09:00", 2);
            awaitUnits(3);
            collector.getBean(Scheduler.class).triggerJob(JobKey.jobKey("close-day", "ranking"));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(windows("DAILY", 1)).contains("2026-12-23"));
            collector.close();

            sell(events, "2026-12-22T13:00:00+09:00", 4);
            sell(events, "2026-12-31T23:59:59+09:00", 8);
            sell(events, "2027-01-01T00:00:00+09:00", 16);
        }
        start(AFTER);
        awaitUnits(31);
        await().atMost(CATCH_UP_LIMIT).untilAsserted(this::assertCaughtUp);

        assertThat(units("MONTHLY", "2026-12-31")).isEqualTo(15);
        assertThat(units("MONTHLY", "2027-01-31")).isEqualTo(16);
        assertThat(units("WEEKLY", "2026-12-21")).isEqualTo(7);
        assertThat(units("WEEKLY", "2027-01-03")).isEqualTo(24);
        JsonNode audit =
                new CollectorClient(collector).get("/api/v1/ops/audit", "OPS").body();
        assertThat(audit.get("ok").asBoolean()).as(audit.toString()).isTrue();
    }

    private void start(Instant now) {
        collector = platform.start(
                Role.COLLECTOR,
                Map.of(
                        "drill.clock-offset",
                        Duration.between(Instant.now(), now),
                        "commerce.ranking.refresh-cron",
                        "0/2+*+*+*+*+?",
                        "spring.quartz.scheduler-name",
                        "refresh-collector",
                        // A job finds its context by the name JMX knows it by, another one beside others of its name.
                        "camel.main.jmx-enabled",
                        "false"),
                ShiftedCollector.ShiftedClock.class);
        database = collector.getBean(JdbcTemplate.class);
    }

    private EventPublisher publisher() {
        return new EventPublisher(collector.getEnvironment().getRequiredProperty("camel.component.kafka.brokers"));
    }

    private void sell(EventPublisher events, String paidAt, int units) {
        String topic = collector.getEnvironment().getRequiredProperty("commerce.topics.orders");
        events.sale(topic, UUID.randomUUID(), "OrderPaid", Instant.parse(paidAt), PRODUCT, units, 100);
        events.flush();
    }

    private void awaitUnits(long units) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(database.queryForObject(
                                "SELECT COALESCE(SUM(sales_quantity), 0) FROM product_metrics", Long.class))
                        .isEqualTo(units));
    }

    private void assertCaughtUp() {
        assertThat(database.queryForObject(NOT_SHOWN_AS_THEY_ARE, Long.class)).isZero();
        List<String> days = LocalDate.parse("2026-12-22")
                .datesUntil(LocalDate.parse("2027-01-03"))
                .map(LocalDate::toString)
                .toList();
        assertThat(windows("DAILY", 1)).containsExactlyElementsOf(days);
        assertThat(windows("DAILY", 0)).isEmpty();
        assertThat(windows("WEEKLY", 1)).containsExactly("2026-12-21");
        assertThat(windows("WEEKLY", 0)).containsExactly("2026-12-28");
        assertThat(windows("MONTHLY", 1)).containsExactly("2026-12-01");
        assertThat(windows("MONTHLY", 0)).containsExactly("2027-01-01");
        assertThat(database.queryForList(
                        "SELECT DISTINCT period_start FROM aggregation_run WHERE period = 'DAILY' AND state = 'DONE'"
                                + " ORDER BY 1",
                        String.class))
                .containsExactlyElementsOf(days);
    }

    private List<String> windows(String period, int complete) {
        return database.queryForList(
                "SELECT period_start FROM aggregation_window"
                        + " WHERE period = ? AND complete = ? AND current_version IS NOT NULL ORDER BY period_start",
                String.class,
                period,
                complete);
    }

    private long units(String period, String date) {
        JsonNode ranking = new CollectorClient(collector)
                .get("/api/v1/rankings?period=%s&date=%s".formatted(period, date))
                .body();
        return ranking.at("/items/0/salesQuantity").asLong();
    }
}
