package io.commerceroutes.local.platform;

import io.commerceroutes.domain.ranking.PeriodWindow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ranks a window as a chunked batch job does: a reader that pages through the days' rows, a writer that adds one row at
 * a time to its product's sums, and a commit per chunk of 100; then the same for the positions. Spared what such a job
 * has on top: a framework's own ledger, and an ORM's read before each write. For comparison only, into tables of its own.
 */
final class ChunkedRanking {
    private static final int CHUNK = 100;
    private static final String DAY_ROWS =
            "SELECT product_id, views, likes, sales_quantity, sales_amount FROM product_metrics_daily"
                    + " WHERE metric_date = ? AND product_id > ? ORDER BY product_id LIMIT ?";
    private static final String ADD =
            "INSERT INTO chunked_metrics (product_id, views, likes, sales_quantity, sales_amount) VALUES (?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE views = views + VALUES(views), likes = likes + VALUES(likes),"
                    + " sales_quantity = sales_quantity + VALUES(sales_quantity),"
                    + " sales_amount = sales_amount + VALUES(sales_amount)";
    private static final String SCORED =
            "SELECT product_id, score FROM chunked_metrics ORDER BY score DESC, product_id LIMIT ? OFFSET ?";
    private static final String WRITE_RANK = "INSERT INTO chunked_ranking VALUES (?, ?, ?)";

    private ChunkedRanking() {}

    /** How long it took, in milliseconds. */
    static long run(JdbcTemplate database, PeriodWindow window) {
        database.execute("DROP TABLE IF EXISTS chunked_metrics");
        database.execute("DROP TABLE IF EXISTS chunked_ranking");
        database.execute("CREATE TABLE chunked_metrics (product_id BIGINT PRIMARY KEY, views BIGINT, likes BIGINT,"
                + " sales_quantity BIGINT, sales_amount BIGINT,"
                + " score DECIMAL(24,4) AS (0.1 * views + 0.2 * likes + 0.6 * sales_quantity) STORED)");
        database.execute(
                "CREATE TABLE chunked_ranking (position INT PRIMARY KEY, product_id BIGINT, score DECIMAL(24,4))");
        long from = System.nanoTime();
        database.execute((ConnectionCallback<Void>) connection -> {
            connection.setAutoCommit(false);
            for (LocalDate day : window.days()) {
                addUp(connection, day);
            }
            connection.createStatement().execute("CREATE INDEX by_score ON chunked_metrics (score DESC, product_id)");
            rank(connection);
            connection.setAutoCommit(true);
            return null;
        });
        return (System.nanoTime() - from) / 1_000_000;
    }

    private static void addUp(Connection connection, LocalDate day) throws SQLException {
        long last = 0;
        int read;
        do {
            read = 0;
            try (PreparedStatement reader = connection.prepareStatement(DAY_ROWS);
                    PreparedStatement writer = connection.prepareStatement(ADD)) {
                set(reader, day, last, CHUNK);
                ResultSet rows = reader.executeQuery();
                while (rows.next()) {
                    last = rows.getLong(1);
                    set(writer, last, rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5));
                    writer.executeUpdate();
                    read++;
                }
            }
            connection.commit();
        } while (read == CHUNK);
    }

    private static void rank(Connection connection) throws SQLException {
        int position = 0;
        int read;
        do {
            read = 0;
            try (PreparedStatement reader = connection.prepareStatement(SCORED);
                    PreparedStatement writer = connection.prepareStatement(WRITE_RANK)) {
                set(reader, CHUNK, position);
                ResultSet rows = reader.executeQuery();
                while (rows.next()) {
                    set(writer, ++position, rows.getLong(1), rows.getBigDecimal(2));
                    writer.executeUpdate();
                    read++;
                }
            }
            connection.commit();
        } while (read == CHUNK);
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** How many places differ from the ranking that is shown. */
    static long differences(JdbcTemplate database, PeriodWindow window) {
        Long differences =
                database.queryForObject("""
                SELECT COUNT(*) FROM aggregation_window w
                JOIN product_ranking r ON r.period = w.period AND r.version = w.current_version
                LEFT JOIN chunked_ranking c
                  ON c.position = r.position AND c.product_id = r.product_id AND c.score = r.score
                WHERE w.period = ? AND w.period_start = ? AND c.position IS NULL""", Long.class, window.period().name(), window.from());
        return differences == null ? 0 : differences;
    }
}
