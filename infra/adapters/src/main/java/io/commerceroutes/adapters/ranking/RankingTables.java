package io.commerceroutes.adapters.ranking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.PeriodWindow;
import io.commerceroutes.domain.ranking.RankedProduct;
import io.commerceroutes.domain.ranking.Ranking;
import io.commerceroutes.domain.ranking.Rankings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the version of a ranking that its window shows; pages by position, so that a late page costs what the first
 * does. A version never changes, so its first pages are remembered; names in them may be some seconds old.
 */
public class RankingTables implements Rankings {
    private static final String ROWS = """
            SELECT r.position, r.product_id, COALESCE(n.name, CONCAT('Product ', r.product_id)) AS name, r.score,
            r.views, r.likes, r.orders_created, r.sales_quantity, r.sales_amount
            FROM product_ranking r LEFT JOIN product_name n ON n.product_id = r.product_id
            WHERE r.period = ? AND r.version = ?
            """;

    static final String PAGE = ROWS + " AND r.position > ? ORDER BY r.position LIMIT ?";
    static final String PRODUCT = ROWS + " AND r.product_id = ?";

    /** Pages that end before this position are remembered. */
    private static final int FIRST_POSITIONS = 1_000;

    private static final int FIRST_PAGES_MAX = 1_000;
    static final Duration NAMES_AGE_MAX = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final Cache<VersionPage, List<RankedProduct>> firstPages;

    /** @param ticker tells how old names are */
    public RankingTables(JdbcTemplate jdbc, Ticker ticker) {
        this.jdbc = jdbc;
        this.firstPages = Caffeine.newBuilder()
                .maximumSize(FIRST_PAGES_MAX)
                .expireAfterWrite(NAMES_AGE_MAX)
                .ticker(ticker)
                .build();
    }

    @Override
    public Ranking page(PeriodWindow window, int page, int size) {
        return current(window)
                .map(shown -> shown.with(window, rows(new VersionPage(window.period(), shown.version(), page, size))))
                .orElseGet(() -> Ranking.none(window));
    }

    private List<RankedProduct> rows(VersionPage page) {
        return page.end() <= FIRST_POSITIONS ? firstPages.get(page, this::read) : read(page);
    }

    private List<RankedProduct> read(VersionPage page) {
        return jdbc.query(
                PAGE, (row, index) -> ranked(row), page.period().name(), page.version(), page.start(), page.size());
    }

    @Override
    public Optional<Ranking> ofProduct(PeriodWindow window, long productId) {
        return current(window)
                .map(shown -> shown.with(
                        window,
                        jdbc.query(
                                PRODUCT,
                                (row, index) -> ranked(row),
                                window.period().name(),
                                shown.version(),
                                productId)))
                .filter(ranking -> !ranking.items().isEmpty());
    }

    @Override
    public List<DayCount> daysOf(PeriodWindow window, long productId) {
        return jdbc.query(
                """
                SELECT metric_date, views, likes, orders_created, sales_quantity, sales_amount FROM product_metrics_daily
                WHERE product_id = ? AND metric_date BETWEEN ? AND ? ORDER BY metric_date
                """,
                (row, index) -> new DayCount(row.getObject("metric_date", LocalDate.class), productId, counts(row)),
                productId,
                window.from(),
                window.to());
    }

    private Optional<Shown> current(PeriodWindow window) {
        return jdbc
                .query(
                        """
                        SELECT current_version, complete, row_count, generated_at FROM aggregation_window
                        WHERE period = ? AND period_start = ? AND current_version IS NOT NULL
                        """,
                        (row, index) -> new Shown(
                                row.getLong("current_version"),
                                row.getBoolean("complete"),
                                row.getLong("row_count"),
                                Columns.time(row, "generated_at")),
                        window.period().name(),
                        window.from())
                .stream()
                .findFirst();
    }

    private static RankedProduct ranked(ResultSet row) throws SQLException {
        return new RankedProduct(
                row.getInt("position"),
                row.getLong("product_id"),
                row.getString("name"),
                row.getBigDecimal("score"),
                counts(row));
    }

    private static ProductCounts counts(ResultSet row) throws SQLException {
        return new ProductCounts(
                row.getLong("views"),
                row.getLong("likes"),
                row.getLong("orders_created"),
                row.getLong("sales_quantity"),
                row.getLong("sales_amount"));
    }

    private record VersionPage(Period period, long version, int page, int size) {
        long start() {
            return (long) page * size;
        }

        long end() {
            return start() + size;
        }
    }

    private record Shown(long version, boolean complete, long rowCount, Instant generatedAt) {
        Ranking with(PeriodWindow window, List<RankedProduct> items) {
            return new Ranking(window, complete, generatedAt, items, rowCount);
        }
    }
}
