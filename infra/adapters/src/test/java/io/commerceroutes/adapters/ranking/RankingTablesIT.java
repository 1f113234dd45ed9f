package io.commerceroutes.adapters.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.AnalyticsSchema;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.AggregationRun;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.PeriodWindow;
import io.commerceroutes.domain.ranking.RankedProduct;
import io.commerceroutes.domain.ranking.Ranking;
import io.commerceroutes.domain.ranking.RunOrigin;
import io.commerceroutes.domain.ranking.RunState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RankingTablesIT {
    private static final PeriodWindow WEEK = Period.WEEKLY.windowOf(LocalDate.parse("2027-01-01"));

    /** Stands still unless a test moves it, however long it takes. */
    private final AtomicLong nanos = new AtomicLong();

    private AnalyticsSchema schema;
    private RankingTables rankings;
    private AggregationRunTable ledger;

    @BeforeEach
    void migrate() {
        schema = AnalyticsSchema.migrated();
        rankings = new RankingTables(schema.jdbc(), nanos::get);
        ledger = new AggregationRunTable(schema.jdbc());
    }

    @Test
    void a_window_that_was_never_ranked_is_an_empty_page() {
        assertThat(rankings.page(WEEK, 0, 20)).isEqualTo(Ranking.none(WEEK));
        assertThat(rankings.ofProduct(WEEK, 1)).isEmpty();
    }

    @Test
    void pages_are_cut_by_position_from_the_version_that_is_shown() {
        insertVersion(1, 5);
        insertVersion(2, 3);
        show(1, 5);

        Ranking page = rankings.page(WEEK, 1, 2);

        assertThat(page.totalCount()).isEqualTo(5);
        assertThat(page.complete()).isTrue();
        assertThat(page.generatedAt()).isNotNull();
        assertThat(page.items()).extracting(RankedProduct::rank).containsExactly(3, 4);
        assertThat(rankings.page(WEEK, 9, 100).items()).isEmpty();
        assertThat(rankings.page(WEEK, 1_000_000, 100).items()).isEmpty();
    }

    @Test
    void a_product_is_shown_by_name_or_by_its_id_where_none_is_known() {
        insertVersion(1, 2);
        show(1, 2);
        schema.jdbc().update("INSERT INTO product_name VALUES (1001, 'Tea', UTC_TIMESTAMP(6))");

        assertThat(rankings.page(WEEK, 0, 20).items())
                .extracting(RankedProduct::name)
                .containsExactly("Tea", "Product 1002");
    }

    @Test
    void first_pages_are_remembered_and_a_new_version_is_seen_at_once() {
        insertVersion(1, 3);
        show(1, 3);
        rankings.page(WEEK, 0, 2);
        schema.jdbc().update("DELETE FROM product_ranking WHERE version = 1 AND position <= 2");

        assertThat(rankings.page(WEEK, 0, 2).items()).hasSize(2);

        insertVersion(2, 1);
        schema.jdbc().update("UPDATE aggregation_window SET current_version = 2, row_count = 1");

        assertThat(rankings.page(WEEK, 0, 2).items()).hasSize(1);
    }

    @Test
    void a_new_name_shows_on_a_first_page_some_seconds_later() {
        insertVersion(1, 1);
        show(1, 1);
        rankings.page(WEEK, 0, 20);
        schema.jdbc().update("INSERT INTO product_name VALUES (1001, 'Tea', UTC_TIMESTAMP(6))");

        nanos.addAndGet(RankingTables.NAMES_AGE_MAX.toNanos() - 1);
        assertThat(nameOfTheFirst()).isEqualTo("Product 1001");
        nanos.incrementAndGet();
        assertThat(nameOfTheFirst()).isEqualTo("Tea");
    }

    @Test
    void late_pages_are_read_each_time() {
        insertVersion(1, 3);
        show(1, 1_002);
        schema.jdbc().update("UPDATE product_ranking SET position = position + 999");
        rankings.page(WEEK, 500, 2);
        schema.jdbc().update("DELETE FROM product_ranking WHERE position = 1001");

        assertThat(rankings.page(WEEK, 500, 2).items())
                .extracting(RankedProduct::rank)
                .containsExactly(1_002);
    }

    @Test
    void one_product_is_found_in_the_shown_version() {
        insertVersion(1, 3);
        show(1, 3);

        assertThat(rankings.ofProduct(WEEK, 1002)).hasValueSatisfying(ranking -> {
            RankedProduct product = ranking.items().getFirst();
            assertThat(product.rank()).isEqualTo(2);
            assertThat(product.score()).isEqualByComparingTo("8.4");
            assertThat(product.counts()).isEqualTo(new ProductCounts(1, 2, 5, 3, 4));
        });
        assertThat(rankings.ofProduct(WEEK, 4711)).isEmpty();
    }

    @Test
    void the_days_of_a_product_are_those_of_the_window() {
        for (String day : new String[] {"2026-12-27", "2026-12-28", "2027-01-03", "2027-01-04"}) {
            schema.jdbc().update("INSERT INTO product_metrics_daily VALUES (?, 7, 1, 2, 5, 3, 4)", day);
        }

        assertThat(rankings.daysOf(WEEK, 7))
                .extracting(day -> day.day().toString())
                .containsExactly("2026-12-28", "2027-01-03");
    }

    @Test
    void pages_and_products_are_read_by_their_indexes() {
        insertVersion(1, 50);
        insertVersion(2, 50);
        schema.jdbc().update("INSERT INTO product_name VALUES (1010, 'Tea', UTC_TIMESTAMP(6))");

        assertFoundBy(List.of("PRIMARY", "PRIMARY"), RankingTables.PAGE, "WEEKLY", 1, 20, 20);
        assertFoundBy(List.of("uq_product_ranking_product", "PRIMARY"), RankingTables.PRODUCT, "WEEKLY", 1, 1010);
    }

    @Test
    void a_request_is_written_down_and_listed_youngest_first() {
        long first = ledger.request(WEEK, RunOrigin.SCHEDULE);
        long second = ledger.request(Period.DAILY.windowOf(WEEK.from()), RunOrigin.OPERATOR);

        assertThat(second).isGreaterThan(first);
        assertThat(ledger.find(first)).hasValueSatisfying(run -> {
            assertThat(run.window()).isEqualTo(WEEK);
            assertThat(run.state()).isEqualTo(RunState.REQUESTED);
            assertThat(run.requestedAt()).isNotNull();
            assertThat(run.rows()).isNull();
            assertThat(run.duration()).isNull();
        });
        AggregationLedger.Page page = ledger.page(0, 1);
        assertThat(page.totalCount()).isEqualTo(2);
        assertThat(page.items()).extracting(AggregationRun::runId).containsExactly(second);
        assertThat(ledger.find(4711)).isEmpty();
    }

    /** An index alone says little: one that is read from end to end is a key, too. */
    private void assertFoundBy(List<String> keys, String query, Object... values) {
        List<Map<String, Object>> tables = schema.jdbc().queryForList("EXPLAIN " + query, values);
        assertThat(tables).extracting(table -> table.get("key")).isEqualTo(keys);
        assertThat(tables).extracting(table -> table.get("type")).isSubsetOf("range", "ref", "eq_ref", "const");
    }

    private String nameOfTheFirst() {
        return rankings.page(WEEK, 0, 20).items().getFirst().name();
    }

    private void insertVersion(long version, int products) {
        for (int position = 1; position <= products; position++) {
            schema.jdbc()
                    .update(
                            "INSERT INTO product_ranking VALUES ('WEEKLY', ?, ?, ?, ?, ?, 1, 2, 5, 3, 4)",
                            version,
                            position,
                            WEEK.from(),
                            1_000 + position,
                            "8.4");
        }
    }

    private void show(long version, int rows) {
        schema.jdbc()
                .update(
                        "INSERT INTO aggregation_window VALUES ('WEEKLY', ?, ?, 9, ?, 1, 1, ?, UTC_TIMESTAMP(6), '0.1/0.2/0.6')",
                        WEEK.from(),
                        WEEK.to(),
                        version,
                        rows);
    }
}
