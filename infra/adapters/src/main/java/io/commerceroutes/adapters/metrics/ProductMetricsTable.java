package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.metrics.ProductMetrics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code product_metrics} and {@code day_revision}. */
public class ProductMetricsTable implements ProductMetrics {
    private final JdbcTemplate jdbc;

    public ProductMetricsTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<DayCount> changes) {
        Refusals.orUncountable(() -> MultiRow.inChunks(changes, this::upsert));
    }

    @Override
    public void raiseRevisions(Collection<LocalDate> days) {
        List<LocalDate> sorted = days.stream().sorted().toList();
        MultiRow.inChunks(sorted, this::raise);
    }

    @Override
    public List<DayCount> ofProduct(long productId, LocalDate from, LocalDate to) {
        return jdbc.query("""
                SELECT metric_date, product_id, views, likes, orders_created, sales_quantity, sales_amount FROM product_metrics
                WHERE product_id = ? AND metric_date BETWEEN ? AND ? ORDER BY metric_date
                """, (row, index) -> dayCount(row), productId, from, to);
    }

    private void upsert(List<DayCount> changes) {
        List<Object> values = new ArrayList<>(changes.size() * 7);
        for (DayCount change : changes) {
            ProductCounts counts = change.counts();
            values.addAll(List.of(
                    change.day(),
                    change.productId(),
                    counts.views(),
                    counts.likes(),
                    counts.ordersCreated(),
                    counts.salesQuantity(),
                    counts.salesAmount()));
        }
        jdbc.update(
                "INSERT INTO product_metrics (metric_date, product_id, views, likes, orders_created, sales_quantity, sales_amount) VALUES "
                        + MultiRow.placeholders(changes.size(), 7)
                        + """
                         ON DUPLICATE KEY UPDATE views = views + VALUES(views), likes = likes + VALUES(likes),
                        orders_created = orders_created + VALUES(orders_created),
                        sales_quantity = sales_quantity + VALUES(sales_quantity),
                        sales_amount = sales_amount + VALUES(sales_amount)
                        """,
                values.toArray());
    }

    private void raise(List<LocalDate> days) {
        jdbc.update(
                "INSERT INTO day_revision (metric_date, revision) VALUES "
                        + String.join(", ", java.util.Collections.nCopies(days.size(), "(?, 1)"))
                        + " ON DUPLICATE KEY UPDATE revision = revision + 1",
                days.toArray());
    }

    private static DayCount dayCount(ResultSet row) throws SQLException {
        return new DayCount(
                row.getObject("metric_date", LocalDate.class),
                row.getLong("product_id"),
                new ProductCounts(
                        row.getLong("views"),
                        row.getLong("likes"),
                        row.getLong("orders_created"),
                        row.getLong("sales_quantity"),
                        row.getLong("sales_amount")));
    }
}
