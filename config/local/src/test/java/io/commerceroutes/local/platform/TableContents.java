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
    private static final Duration QUIET = Duration.ofMillis(300);
    /** What schedules and the relay write by themselves is left out. */
    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
              AND table_name NOT LIKE 'QRTZ%' AND table_name NOT IN ('flyway_schema_history', 'relay_lease')""";

    /** Waits until nothing is written any more that earlier requests have brought about. */
    static TableContents settled(JdbcTemplate database) {
        AtomicReference<TableContents> last = new AtomicReference<>();
        await().atMost(LIMIT).pollInterval(QUIET).until(() -> {
            TableContents now = of(database);
            return now.equals(last.getAndSet(now));
        });
        return last.get();
    }

    static TableContents of(JdbcTemplate database) {
        List<String> tables = database.queryForList(TABLES, String.class);
        Map<String, Long> checksums = new TreeMap<>();
        database.query("CHECKSUM TABLE " + String.join(", ", tables), row -> {
            checksums.put(row.getString(1), row.getLong(2));
        });
        return new TableContents(checksums);
    }
}
