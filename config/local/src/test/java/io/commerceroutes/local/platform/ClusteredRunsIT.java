package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.adapters.ranking.AggregationRunTable;
import io.commerceroutes.app.Role;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunOrigin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two collectors on one database, the one in a JVM of its own, so that it can be stopped in the midst of a run. */
class ClusteredRunsIT {
    private static final LocalDate DAY = LocalDate.parse("2026-03-20");
    private static final int PRODUCTS = 20_000;
    private static final int FIRINGS = 50;
    private static final int RUNS_MAX = 20;
    private static final Duration REPEATED_WITHIN = Duration.ofSeconds(90);
    private static final int PERIODS = Period.values().length;
    private static final String NEVER = "0+0+0+1+1+?+2099";
    private static final Map<String, Object> SETTINGS = Map.of(
            // By hand only, whatever the time of day.
            "commerce.ranking.close-day-cron",
            NEVER,
            "commerce.ranking.rank-week-cron",
            NEVER,
            "commerce.ranking.rank-month-cron",
            NEVER,
            "commerce.ranking.lease",
            "8s",
            "commerce.ranking.refresh-cron",
            "0/2+*+*+*+*+?",
            "drill.clock-offset",
            Duration.ZERO);

    private final TestPlatform platform = new TestPlatform();
    private RoleProcess other;
    private ConfigurableApplicationContext collector;
    private JdbcTemplate database;

    @BeforeEach
    void startTheOther() throws Exception {
        other = RoleProcess.start(
                        "collector", Path.of("target", "it"), ShiftedCollector.class, platform.arguments(SETTINGS))
                .awaitReady();
        database = platform.analytics();
    }

    @AfterEach
    void stop() throws InterruptedException {
        other.close();
        platform.close();
    }

    @Test
    void a_run_that_stood_still_changes_nothing_when_it_goes_on_and_each_firing_is_one_run() throws Exception {
        MetricsOfManyProducts.fill(database, DAY, 1, PRODUCTS);
        awaitNothingRuns();
        long stopped = stopInTheMidstOfARun();
        collector = platform.start(Role.COLLECTOR, SETTINGS);
        long repeat = awaitRepeatOf(stopped);
        List<Map<String, Object>> shown = window();

        other.resume();
        // One that a refresh of the same month overtakes gives way to it.
        assertThat(fireOften()).hasSize(FIRINGS).contains("DONE").isSubsetOf("DONE", "SUPERSEDED");

        assertThat(window()).isEqualTo(shown);
        assertThat(shown.getFirst().get("current_version")).isEqualTo(repeat);
        assertThat(state(stopped)).isEqualTo("LOST");
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM product_ranking WHERE version = ?", Long.class, repeat))
                .isEqualTo(PRODUCTS);
    }

    /** A quick one may be over before its process stands still; then another one is asked for. */
    private long stopInTheMidstOfARun() throws Exception {
        for (int run = 0; run < RUNS_MAX; run++) {
            long runId = request();
            await().pollInterval(Duration.ofMillis(5)).atMost(LIMIT).until(() -> ranksOrIsOver(runId));
            other.pause();
            if (state(runId).equals("RUNNING")) {
                return runId;
            }
            other.resume();
        }
        throw new AssertionError("Each of %d runs was over too soon".formatted(RUNS_MAX));
    }

    private boolean ranksOrIsOver(long runId) {
        return database.queryForObject(
                "SELECT progress <=> 'ranking' OR state NOT IN ('REQUESTED', 'RUNNING') FROM aggregation_run"
                        + " WHERE run_id = ?",
                Boolean.class,
                runId);
    }

    private long request() {
        return new AggregationRunTable(database).request(Period.DAILY.windowOf(DAY), RunOrigin.OPERATOR);
    }

    /** The run that took the lost one's place; one that a busy machine loses as well has a repeat of its own. */
    private long awaitRepeatOf(long runId) {
        String repeats = """
                WITH RECURSIVE repeats (run_id, state) AS (
                    SELECT run_id, state FROM aggregation_run WHERE parent_run_id = ?
                    UNION ALL
                    SELECT r.run_id, r.state FROM aggregation_run r JOIN repeats p ON r.parent_run_id = p.run_id
                )
                SELECT run_id FROM repeats WHERE state = 'DONE'""";
        await().atMost(REPEATED_WITHIN)
                .untilAsserted(() -> assertThat(database.queryForList(repeats, runId))
                        .as("of run %d in %s", runId, database.queryForList("SELECT * FROM aggregation_run"))
                        .isNotEmpty());
        return database.queryForList(repeats, Long.class, runId).getFirst();
    }

    /** Fires a schedule again and again, and answers how each run that came of it ended. */
    private List<String> fireOften() throws Exception {
        await().atMost(LIMIT)
                .until(() -> database.queryForObject("SELECT COUNT(*) FROM QRTZ_SCHEDULER_STATE", Long.class) == 2);
        Scheduler scheduler = collector.getBean(Scheduler.class);
        for (int i = 0; i < FIRINGS; i++) {
            scheduler.triggerJob(JobKey.jobKey("rank-month", "ranking"));
        }
        await().atMost(Duration.ofSeconds(90))
                .until(() -> database.queryForObject("SELECT COUNT(*) FROM QRTZ_SIMPLE_TRIGGERS", Long.class) == 0);
        awaitNothingRuns();
        return database.queryForList("SELECT state FROM aggregation_run WHERE origin = 'SCHEDULE'", String.class);
    }

    /** Once the day, with all that is added up from it, is shown as it is. */
    private void awaitNothingRuns() {
        await().atMost(LIMIT)
                .until(() -> database.queryForObject(
                                "SELECT COUNT(*) FROM aggregation_window WHERE current_version IS NOT NULL", Long.class)
                        >= PERIODS);
        await().atMost(LIMIT)
                .until(() -> database.queryForObject(
                                "SELECT COUNT(*) FROM aggregation_run WHERE state IN ('REQUESTED', 'RUNNING')",
                                Long.class)
                        == 0);
    }

    private String state(long runId) {
        return database.queryForObject("SELECT state FROM aggregation_run WHERE run_id = ?", String.class, runId);
    }

    private List<Map<String, Object>> window() {
        return database.queryForList(
                "SELECT fence, current_version, revision, row_count, generated_at FROM aggregation_window"
                        + " WHERE period = 'DAILY' AND period_start = ?",
                DAY);
    }
}
