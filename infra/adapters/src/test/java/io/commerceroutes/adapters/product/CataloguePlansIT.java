package io.commerceroutes.adapters.product;

import static java.util.Optional.empty;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.BigCatalogue;
import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.sql.LikePattern;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.ChangeProduct;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductPage;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a big catalogue no list reads the products as a whole, and a page is the same whichever way it was found. */
class CataloguePlansIT {
    private static final int PRODUCTS = 20_000;
    private static final String COMMON = "prem";
    private static CommerceSchema schema;
    private static JdbcCatalogueReads reads;

    @BeforeAll
    static void fill() {
        schema = CommerceSchema.migrated();
        BigCatalogue.fill(schema.jdbc(), PRODUCTS);
        reads = Products.reads(schema);
    }

    private static ProductQuery query(Optional<Long> brandId, ProductSort sort, int page) {
        return new ProductQuery(brandId, empty(), sort, page, 20);
    }

    private static List<Map<String, Object>> plan(String query, Object... values) {
        return schema.jdbc().queryForList("EXPLAIN " + query, values);
    }

    /** Every table is read by a key; derived ones, of a page or of few candidates, are scanned. */
    private static void assertNoScan(List<Map<String, Object>> plan) {
        assertThat(plan)
                .allSatisfy(step -> assertThat(step)
                        .matches(
                                read -> !"ALL".equals(read.get("type"))
                                        || String.valueOf(read.get("table")).startsWith("<derived"),
                                "reads no stored table as a whole"));
    }

    private static Map<String, Object> stepOf(List<Map<String, Object>> plan, String table) {
        return plan.stream()
                .filter(step -> table.equals(step.get("table")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s is not read: %s".formatted(table, plan)));
    }

    private static Map<String, Object> stepOn(List<Map<String, Object>> plan, String index) {
        return plan.stream()
                .filter(step -> index.equals(step.get("key")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s is not used: %s".formatted(index, plan)));
    }

    private static void assertInOrder(List<Map<String, Object>> plan, String index) {
        assertNoScan(plan);
        assertThat(stepOn(plan, index).get("Extra"))
                .asString()
                .contains("Using index")
                .doesNotContain("filesort");
    }

    @ParameterizedTest
    @EnumSource
    void a_first_page_is_read_from_the_index_in_its_order(ProductSort sort) {
        CardOrder order = CardOrder.of(sort);

        assertInOrder(plan(FirstProducts.pageSql(query(empty(), sort, 3)), 20, 60), order.index(false));
        assertInOrder(plan(FirstProducts.pageSql(query(Optional.of(7L), sort, 3)), 7, 20, 60), order.index(true));
    }

    /** For the pages beyond, once in each state of the catalogue: no row of a product is touched, and nothing sorted. */
    @ParameterizedTest
    @EnumSource
    void all_ids_are_read_from_the_index_in_their_order(ProductSort sort) {
        CardOrder order = CardOrder.of(sort);

        assertInOrder(plan(order.ids(false)), order.index(false));
        assertInOrder(plan(order.ids(true), 7), order.index(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", COMMON, "mug black 1"})
    void a_text_is_looked_up_by_its_parts_and_the_products_by_their_keys(String text) {
        List<Map<String, Object>> plan =
                plan(ProductReadings.NAMED, LikePattern.startingWith(text), LikePattern.containing(text));

        assertNoScan(plan);
        assertThat(stepOf(plan, "product_name_part")).containsEntry("type", "range");
        assertThat(stepOf(plan, "p")).containsEntry("type", "eq_ref").containsEntry("key", "PRIMARY");
    }

    @Test
    void totals_and_the_products_of_a_page_are_read_by_their_keys() {
        assertThat(plan(FirstProducts.TOTAL_OF_BRAND, 7).getFirst().get("key")).isEqualTo("PRIMARY");
        assertNoScan(plan(ListedProduct.BY_IDS.replace("(:ids)", "(7, 8, 9)")));
    }

    @ParameterizedTest
    @EnumSource
    void each_page_follows_the_one_before_it_however_it_is_found(ProductSort sort) {
        List<Long> sorted = sorted(sort, "TRUE");
        for (int page : List.of(0, 49, 50, 51, 500, 999)) {
            ProductPage listed = reads.list(query(empty(), sort, page));

            assertThat(ids(listed)).as("page %d", page).isEqualTo(sorted.subList(page * 20, page * 20 + 20));
            assertThat(listed.totalCount()).isEqualTo(PRODUCTS);
        }
        assertThat(reads.list(query(empty(), sort, 1_000))).isEqualTo(new ProductPage(List.of(), PRODUCTS));
    }

    /** Common and rare texts, with a brand and without, at the beginning, in the middle and past the end. */
    @ParameterizedTest
    @EnumSource
    void a_search_finds_what_contains_the_text(ProductSort sort) {
        for (String text : List.of("e", "prem", "가방", "mug black", "premium 노트북가방", "vintage backpack black 55")) {
            for (Optional<Long> brand : List.of(Optional.<Long>empty(), Optional.of(17L), Optional.of(5L))) {
                List<Long> sorted = everyIdContaining(new ProductQuery(brand, Optional.of(text), sort, 0, 1));
                int last = sorted.size() / 7;
                for (int page : new TreeSet<>(List.of(0, last / 2, last, last + 1))) {
                    ProductPage found = reads.list(new ProductQuery(brand, Optional.of(text), sort, page, 7));

                    int from = Math.min(sorted.size(), page * 7);
                    assertThat(ids(found))
                            .as("%s of %s, page %d", text, brand, page)
                            .isEqualTo(sorted.subList(from, Math.min(sorted.size(), from + 7)));
                    assertThat(found.totalCount()).isEqualTo(sorted.size());
                }
            }
        }
    }

    /** All of them are kept when the first product is changed. */
    @Test
    void what_is_kept_follows_every_change() {
        JdbcCatalogue catalogue = Products.catalogue(schema);
        assertAllAsInTheDatabase();
        for (ChangeProduct change : List.of(
                change(19_000, "Premium Teapot", 1, 7),
                change(19_000, "Kettle", 1_000_000, 7),
                change(500, "Premium Kettle", 100_000, 17),
                change(20_000, "Prem", 100_000, 7))) {
            schema.transaction().executeWithoutResult(status -> catalogue.change(change));
            assertAllAsInTheDatabase();
        }
    }

    private static ChangeProduct change(long productId, String name, long price, long brandId) {
        return new ChangeProduct(productId, name, Money.of(price), brandId, Instant.now());
    }

    private static void assertAllAsInTheDatabase() {
        for (ProductSort sort : ProductSort.values()) {
            List<Long> all = sorted(sort, "TRUE");
            for (int page : List.of(10, 100, 199)) {
                assertThat(ids(reads.list(new ProductQuery(empty(), empty(), sort, page, 100))))
                        .isEqualTo(all.subList(page * 100, page * 100 + 100));
            }
            for (Optional<Long> brand : List.of(Optional.<Long>empty(), Optional.of(17L), Optional.of(7L))) {
                List<Long> named = everyIdContaining(new ProductQuery(brand, Optional.of("prem"), sort, 0, 1));
                ProductPage found = reads.list(new ProductQuery(brand, Optional.of("prem"), sort, 0, 100));
                assertThat(ids(found)).isEqualTo(named.subList(0, Math.min(100, named.size())));
                assertThat(found.totalCount()).isEqualTo(named.size());
            }
        }
    }

    @Test
    void what_was_changed_is_read_by_when_it_was() {
        List<Map<String, Object>> plan =
                plan(ProductReadings.CHANGED, Utc.of(Instant.now().minusSeconds(1)), 1_001);

        assertThat(stepOn(plan, "ix_product_changed")).containsEntry("type", "range");
    }

    private static List<Long> ids(ProductPage page) {
        return page.products().stream().map(Product::productId).toList();
    }

    private static List<Long> everyIdContaining(ProductQuery query) {
        String condition = "LOCATE(?, p.search_name) > 0"
                + query.brandId().map(brandId -> " AND p.brand_id = " + brandId).orElse("");
        return sorted(query.sort(), condition, query.name().orElseThrow());
    }

    private static List<Long> sorted(ProductSort sort, String condition, Object... bound) {
        return schema.jdbc()
                .queryForList(
                        "SELECT p.id FROM product p WHERE %s ORDER BY %s"
                                .formatted(condition, CardOrder.of(sort).order()),
                        Long.class,
                        bound);
    }
}
