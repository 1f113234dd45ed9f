package io.commerceroutes.local.platform;

import io.commerceroutes.domain.ranking.PeriodWindow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ranks a window as a chunked batch job does: a reader that pages, a processor that asks for one item at a time, a
 * writer that writes one item at a time, and a commit per chunk of 100. For comparison only, into tables of its own.
 */
final class ChunkedRanking {
    private static final int CHUNK = 100;
    private static final String PRODUCTS =
            "SELECT DISTINCT product_id FROM product_metrics_daily WHERE product_id > ? AND metric_date BETWEEN ? AND ?"
                    + " ORDER BY product_id LIMIT ?";
    private static final String ITEM =
            "SELECT SUM(views), SUM(likes), SUM(sales_quantity), SUM(sales_amount) FROM product_metrics_daily"
                    + " WHERE product_id = ? AND metric_date BETWEEN ? AND ?";
    private static final String WRITE_ITEM = "INSERT INTO chunked_metrics VALUES (?, ?, ?, ?, ?, ?)";
    private static final String SCORED =
            "SELECT product_id, score FROM chunked_metrics ORDER BY score DESC, product_id LIMIT ? OFFSET ?";
    private static final String WRITE_RANK = "INSERT INTO chunked_ranking VALUES (?, ?, ?)";

    private ChunkedRanking() {}

    /** How long it took, in milliseconds. */
    static long run(JdbcTemplate database, PeriodWindow window) {
        database.execute("DROP TABLE IF EXISTS chunked_metrics");
        database.execute("DROP TABLE IF EXISTS chunked_ranking");
        database.execute("CREATE TABLE chunked_metrics (product_id BIGINT PRIMARY KEY, views BIGINT, likes BIGINT,"
                + " sales_quantity BIGINT, sales_amount BIGINT, score DECIMAL(24,4), INDEX (score DESC, product_id))");
        database.execute(
                "CREATE TABLE chunked_ranking (position INT PRIMARY KEY, product_id BIGINT, score DECIMAL(24,4))");
        long from = System.nanoTime();
        database.execute((ConnectionCallback<Void>) connection -> {
            connection.setAutoCommit(false);
            addUp(connection, window);
            rank(connection);
            connection.setAutoCommit(true);
            return null;
        });
        return (System.nanoTime() - from) / 1_000_000;
    }

    private static void addUp(Connection connection, PeriodWindow window) throws SQLException {
        long last = 0;
        List<Long> chunk;
        do {
            chunk = new ArrayList<>();
            try (PreparedStatement reader = connection.prepareStatement(PRODUCTS)) {
                set(reader, last, window.from(), window.to(), CHUNK);
                ResultSet rows = reader.executeQuery();
                while (rows.next()) {
                    chunk.add(rows.getLong(1));
                }
            }
            for (long productId : chunk) {
                addUp(connection, window, productId);
                last = productId;
            }
            connection.commit();
        } while (chunk.size() == CHUNK);
    }

    private static void addUp(Connection connection, PeriodWindow window, long productId) throws SQLException {
        try (PreparedStatement item = connection.prepareStatement(ITEM);
                PreparedStatement writer = connection.prepareStatement(WRITE_ITEM)) {
            set(item, productId, window.from(), window.to());
            ResultSet row = item.executeQuery();
            row.next();
            long views = row.getLong(1);
            long likes = row.getLong(2);
            long units = row.getLong(3);
            set(writer, productId, views, likes, units, row.getLong(4), 0.1 * views + 0.2 * likes + 0.6 * units);
            writer.executeUpdate();
        }
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
