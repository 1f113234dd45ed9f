package io.commerceroutes.local.platform;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that the tables of a schema hold, as checksums: two of them are equal if no row was written. */
record TableContents(Map<String, Long> checksums) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofMillis(500);
    /** What schedules and the relay write by themselves is left out. */
    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
              AND table_name NOT LIKE 'QRTZ%' AND table_name NOT IN ('flyway_schema_history', 'relay_lease')""";

    /** What rows are there of that wait for somebody in the background, by their table. */
    private static final Map<String, String> UNDER_WAY = Map.of(
            "outbox", "SELECT COUNT(*) FROM outbox",
            "payment_attempt", "SELECT COUNT(*) FROM payment_attempt WHERE outcome IS NULL");

    /** Waits until nothing is written any more that earlier requests have brought about. */
    static TableContents settled(JdbcTemplate database) {
        AtomicReference<TableContents> last = new AtomicReference<>();
        await().atMost(LIMIT).pollInterval(QUIET).until(() -> {
            TableContents now = of(database);
            return now.equals(last.getAndSet(now)) && isNothingUnderWay(database);
        });
        return last.get();
    }

    private static boolean isNothingUnderWay(JdbcTemplate database) {
        return tables(database).stream()
                .filter(UNDER_WAY::containsKey)
                .allMatch(table -> database.queryForObject(UNDER_WAY.get(table), Long.class) == 0);
    }

    private static List<String> tables(JdbcTemplate database) {
        return database.queryForList(TABLES, String.class);
    }

    static TableContents of(JdbcTemplate database) {
        Map<String, Long> checksums = new TreeMap<>();
        database.query("CHECKSUM TABLE " + String.join(", ", tables(database)), row -> {
            checksums.put(row.getString(1), row.getLong(2));
        });
        return new TableContents(checksums);
    }
}
