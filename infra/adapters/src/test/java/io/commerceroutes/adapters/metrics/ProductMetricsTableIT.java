package io.commerceroutes.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commerceroutes.adapters.AnalyticsSchema;
import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventReading.NameChange;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.metrics.UncountableException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductMetricsTableIT {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private AnalyticsSchema schema;
    private ProductMetricsTable metrics;

    @BeforeEach
    void migrate() {
        schema = AnalyticsSchema.migrated();
        metrics = new ProductMetricsTable(schema.jdbc());
    }

    @Test
    void changes_add_to_what_was_counted_before() {
        metrics.add(List.of(new DayCount(DAY, 1, new ProductCounts(1, 2, 5, 3, 4))));
        metrics.add(List.of(
                new DayCount(DAY, 1, new ProductCounts(10, -20, 50, 30, 40)),
                new DayCount(DAY.plusDays(1), 1, ProductCounts.ONE_VIEW)));

        assertThat(metrics.ofProduct(1, DAY, DAY.plusDays(1)))
                .containsExactly(
                        new DayCount(DAY, 1, new ProductCounts(11, -18, 55, 33, 44)),
                        new DayCount(DAY.plusDays(1), 1, ProductCounts.ONE_VIEW));
        assertThat(metrics.ofProduct(1, DAY.plusDays(1), DAY.plusDays(9))).hasSize(1);
    }

    @Test
    void more_changes_than_fit_one_statement_are_all_added() {
        metrics.add(LongStream.rangeClosed(1, 2_001)
                .mapToObj(product -> new DayCount(DAY, product, ProductCounts.ONE_VIEW))
                .toList());

        assertThat(schema.jdbc().queryForObject("SELECT SUM(views) FROM product_metrics", Long.class))
                .isEqualTo(2_001);
    }

    @Test
    void a_count_that_leaves_its_range_is_refused_as_uncountable() {
        metrics.add(List.of(new DayCount(DAY, 1, ProductCounts.sale(1, Long.MAX_VALUE))));

        assertThatThrownBy(() -> metrics.add(List.of(new DayCount(DAY, 1, ProductCounts.sale(1, 1)))))
                .isInstanceOf(UncountableException.class);
        assertThatThrownBy(() -> metrics.add(List.of(new DayCount(DAY, 0, ProductCounts.ONE_VIEW))))
                .isInstanceOf(UncountableException.class);
    }

    @Test
    void each_call_raises_the_revision_of_its_days_by_one() {
        metrics.raiseRevisions(List.of(DAY.plusDays(1), DAY));
        metrics.raiseRevisions(List.of(DAY));

        assertThat(schema.jdbc().queryForList("SELECT revision FROM day_revision ORDER BY metric_date", Long.class))
                .containsExactly(2L, 1L);
    }

    @Test
    void of_two_names_the_newer_one_stays_whichever_comes_first() {
        ProductNameTable names = new ProductNameTable(schema.jdbc());
        Instant noon = Instant.parse("2026-11-22T12:00:00.000001Z");

        names.rename(change("Tea", noon));
        names.rename(change("Old tea", noon.minusNanos(1_000)));
        assertThat(nameOf(1)).isEqualTo("Tea");

        names.rename(change("녹차 🍵", noon.plusNanos(1_000)));
        assertThat(nameOf(1)).isEqualTo("녹차 🍵");
    }

    @Test
    void one_products_days_are_read_by_their_index() {
        for (int day = 0; day < 10; day++) {
            LocalDate date = DAY.minusDays(day);
            metrics.add(LongStream.rangeClosed(1, 200)
                    .mapToObj(product -> new DayCount(date, product, ProductCounts.ONE_VIEW))
                    .toList());
        }
        schema.jdbc().execute("ANALYZE TABLE product_metrics");

        var plan = schema.jdbc()
                .queryForMap("EXPLAIN SELECT views FROM product_metrics WHERE product_id = 1"
                        + " AND metric_date BETWEEN '2026-11-01' AND '2026-11-30' ORDER BY metric_date");

        assertThat(plan.get("key")).isEqualTo("ix_product_metrics_product");
    }

    private static NameChange change(String name, Instant at) {
        return new NameChange(EventKey.of(at, UUID.randomUUID()), 1, name, at);
    }

    private String nameOf(long productId) {
        return schema.jdbc()
                .queryForObject("SELECT name FROM product_name WHERE product_id = ?", String.class, productId);
    }
}
