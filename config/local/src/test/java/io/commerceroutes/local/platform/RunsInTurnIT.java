package io.commerceroutes.local.platform;

import static io.commerceroutes.local.platform.RunningCollector.LIMIT;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two runs of one window, of which the older is still writing it. */
@OnSharedCollector
class RunsInTurnIT {
    private final JdbcTemplate database;
    private final Aggregations aggregations;

    RunsInTurnIT(RunningCollector collector) {
        this.database = collector.database();
        this.aggregations = new Aggregations(collector.client());
    }

    @Test
    void a_run_waits_longer_than_for_one_lock_until_the_window_is_written() throws SQLException {
        LocalDate day = LocalDate.parse("2026-03-07");
        database.update("INSERT INTO product_metrics VALUES (?, 801, 1, 0, 0, 0, 0)", day);
        aggregations.run("DAILY", day);
        try (Connection writing = database.getDataSource().getConnection();
                Statement hold = writing.createStatement()) {
            writing.setAutoCommit(false);
            hold.executeUpdate("UPDATE aggregation_window SET complete = 0 WHERE period_start = '%s'".formatted(day));

            long waiting = aggregations.request("DAILY", day);

            Set<String> tries = new HashSet<>();
            await().atMost(LIMIT).until(() -> tries.addAll(waitingForWindow()) && tries.size() > 1);
            writing.rollback();
            aggregations.awaitState(waiting, "DONE");
        }
    }

    /** Transactions that wait for a window's lock now. */
    private List<String> waitingForWindow() {
        return database.queryForList(
                "SELECT trx_id FROM information_schema.innodb_trx"
                        + " WHERE trx_state = 'LOCK WAIT' AND trx_query LIKE '%aggregation_window%'",
                String.class);
    }
}
