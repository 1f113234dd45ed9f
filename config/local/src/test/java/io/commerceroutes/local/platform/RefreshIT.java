package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;

/**
 * A collector that was away for ten days around New Year: it counts what came meanwhile and makes up for every run.
 */
class RefreshIT {
    private static final Instant BEFORE = Instant.parse("2026-12-24T01:00:00+09:00");
    private static final Instant AFTER = Instant.parse("2027-01-03T01:00:00+09:00");
    private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(60);

    private static final String NOT_SHOWN_AS_THEY_ARE = """
            SELECT COUNT(*) FROM day_revision d
            LEFT JOIN aggregation_window w ON w.period = 'DAILY' AND w.period_start = d.metric_date
            WHERE w.revision IS NULL OR w.revision <> d.revision OR w.complete = 0""";

    /** What is done after a start has to do: the refreshes by the clock never come. */
    private final DatedCollector collector =
            new DatedCollector(Map.of("commerce.ranking.refresh-cron", "0+0+0+1+1+?+2099"));

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void ten_days_away_are_made_up_for_within_a_minute_and_the_ledger_is_complete() throws Exception {
        collector.start(BEFORE, "Asia/Seoul");
        try (EventPublisher events = collector.publisher()) {
            collector.sell(events, "2026-12-22T12:00:00+09:00", 1);
            collector.sell(events, "2026-12-23T23:59:59+09:00", 2);
            collector.awaitUnits(3);
            collector.bean(Scheduler.class).triggerJob(JobKey.jobKey("close-day", "ranking"));
            await().atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(collector.windows("DAILY", true)).contains("2026-12-23"));
            collector.stop();

            collector.sell(events, "2026-12-22T13:00:00+09:00", 4);
            collector.sell(events, "2026-12-31T23:59:59+09:00", 8);
            collector.sell(events, "2027-01-01T00:00:00+09:00", 16);
            collector.start(AFTER, "Asia/Seoul");
            Instant started = Instant.now();
            await().atMost(CATCH_UP_LIMIT)
                    .untilAsserted(
                            () -> assertThat(collector.windows("DAILY", true)).contains("2027-01-02"));
            // Counted when the first look at what was missed is over.
            collector.sell(events, "2026-12-30T12:00:00+09:00", 32);
            await().atMost(CATCH_UP_LIMIT).untilAsserted(this::assertCaughtUp);
            assertThat(Duration.between(started, Instant.now())).isLessThan(CATCH_UP_LIMIT);
        }
        collector.assertSound();
    }

    private void assertCaughtUp() {
        assertThat(collector.rankedUnits("MONTHLY", "2026-12-31")).isEqualTo(47);
        assertThat(collector.rankedUnits("MONTHLY", "2027-01-31")).isEqualTo(16);
        assertThat(collector.rankedUnits("WEEKLY", "2026-12-21")).isEqualTo(7);
        assertThat(collector.rankedUnits("WEEKLY", "2027-01-03")).isEqualTo(56);
        assertThat(collector.database().queryForObject(NOT_SHOWN_AS_THEY_ARE, Long.class))
                .isZero();
        List<String> days = LocalDate.parse("2026-12-22")
                .datesUntil(LocalDate.parse("2027-01-03"))
                .map(LocalDate::toString)
                .toList();
        assertThat(collector.windows("DAILY", true)).containsExactlyElementsOf(days);
        assertThat(collector.windows("DAILY", false)).isEmpty();
        assertThat(collector.windows("WEEKLY", true)).containsExactly("2026-12-21");
        assertThat(collector.windows("WEEKLY", false)).containsExactly("2026-12-28");
        assertThat(collector.windows("MONTHLY", true)).containsExactly("2026-12-01");
        assertThat(collector.windows("MONTHLY", false)).containsExactly("2027-01-01");
        assertThat(collector
                        .database()
                        .queryForList(
                                "SELECT DISTINCT period_start FROM aggregation_run WHERE period = 'DAILY' AND state = 'DONE'"
                                        + " ORDER BY 1",
                                String.class))
                .containsExactlyElementsOf(days);
    }
}
