package io.commerceroutes.local.platform;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts of many products, whose ids are above a million, on many days, as if their events had been counted. */
final class MetricsOfManyProducts {
    private static final String DIGITS = IntStream.range(0, 10)
            .mapToObj(digit -> "SELECT %d AS d".formatted(digit))
            .collect(Collectors.joining(" UNION ALL "));

    private MetricsOfManyProducts() {}

    /** Each of the products has counts, other ones each, on each of the days. */
    static void fill(JdbcTemplate database, LocalDate firstDay, int days, int products) {
        for (LocalDate day : firstDay.datesUntil(firstDay.plusDays(days)).toList()) {
            database.update("""
                    INSERT INTO product_metrics
                        (metric_date, product_id, views, likes, orders_created, sales_quantity, sales_amount)
                    SELECT ?, 1000000 + n, n * 7919 %% 1009, n %% 13, n %% 7, n * 31 %% 17, n * 31 %% 17 * 1000
                    FROM (SELECT 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n
                          FROM (%1$s) a, (%1$s) b, (%1$s) c, (%1$s) e, (%1$s) f) numbers
                    WHERE n <= ?""".formatted(DIGITS), day, products);
            database.update("INSERT INTO day_revision VALUES (?, 1)", day);
        }
    }
}
