package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the collector does by the clock, it does from its own database. */
@OnSharedCollector
class SchedulesIT {
    private final JdbcTemplate database;

    SchedulesIT(RunningCollector collector) {
        this.database = collector.database();
    }

    @Test
    void the_schedules_stand_in_the_collectors_own_database() {
        assertThat(database.queryForList("SELECT CRON_EXPRESSION FROM QRTZ_CRON_TRIGGERS", String.class))
                .containsExactlyInAnyOrder(
                        "0 5 0 * * ?", "0 10 0 ? * MON", "0 20 0 1 * ?", "30 7 * * * ?", "0 0 0 1 1 ? 2099");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(database.queryForObject(
                                "SELECT COUNT(*) FROM information_schema.partitions"
                                        + " WHERE table_schema = DATABASE() AND table_name = 'event_handled'",
                                Integer.class))
                        .isEqualTo(49));
    }
}
