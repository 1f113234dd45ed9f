package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.ProductMetrics;
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
        return jdbc.query(
                "SELECT " + DayCounts.COLUMNS
                        + " FROM product_metrics WHERE product_id = ? AND metric_date BETWEEN ? AND ? ORDER BY metric_date",
                (row, index) -> DayCounts.of(row),
                productId,
                from,
                to);
    }

    private void upsert(List<DayCount> changes) {
        List<Object> values = new ArrayList<>(changes.size() * 7);
        changes.forEach(change -> values.addAll(DayCounts.values(change)));
        jdbc.update(
                "INSERT INTO product_metrics (" + DayCounts.COLUMNS + ") VALUES "
                        + MultiRow.placeholders(changes.size(), 7) + DayCounts.ADD_UP,
                values.toArray());
    }

    private void raise(List<LocalDate> days) {
        jdbc.update(
                "INSERT INTO day_revision (metric_date, revision) VALUES "
                        + String.join(", ", java.util.Collections.nCopies(days.size(), "(?, 1)"))
                        + " ON DUPLICATE KEY UPDATE revision = revision + 1",
                days.toArray());
    }
}
