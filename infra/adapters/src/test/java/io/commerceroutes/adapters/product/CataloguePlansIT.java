package io.commerceroutes.adapters.product;

import static java.util.Optional.empty;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.BigCatalogue;
import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.sql.LikePattern;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductListing;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a big catalogue no list reads all products, and a page is the same whichever way it was found. */
class CataloguePlansIT {
    private static final int PRODUCTS = 20_000;
    private static final String COMMON = BigCatalogue.COMMON_WORD.substring(0, 4);
    private static CommerceSchema schema;
    private static JdbcCatalogueReads reads;

    @BeforeAll
    static void fill() {
        schema = CommerceSchema.migrated();
        BigCatalogue.fill(schema.jdbc(), PRODUCTS);
        reads = new JdbcCatalogueReads(schema.jdbc());
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

    private static Map<String, Object> stepOn(List<Map<String, Object>> plan, String index) {
        return plan.stream()
                .filter(step -> index.equals(step.get("key")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s is not used: %s".formatted(index, plan)));
    }

    private static void assertInOrder(CatalogueWalk walk, ProductSort sort, String index) {
        List<Map<String, Object>> plan =
                plan(CardQuery.of(walk.sql(), CardOrder.of(sort)), walk.bound().toArray());
        assertNoScan(plan);
        assertThat(String.valueOf(stepOn(plan, index).get("Extra"))).doesNotContain("filesort");
    }

    @ParameterizedTest
    @EnumSource
    void a_page_of_all_products_is_read_from_the_index_in_its_order_from_either_end(ProductSort sort) {
        String index = CardOrder.of(sort).index();
        assertInOrder(CatalogueWalk.forward(query(empty(), sort, 3), ProductLists.ALL, List.of()), sort, index);
        assertInOrder(
                CatalogueWalk.sooner(query(empty(), sort, 999), ProductLists.ALL, List.of(), PRODUCTS), sort, index);
    }

    @ParameterizedTest
    @EnumSource
    void so_is_a_page_of_a_brand(ProductSort sort) {
        Optional<Long> brand = Optional.of(7L);
        String index = CardOrder.of(sort).indexOfBrand();
        assertInOrder(CatalogueWalk.forward(query(brand, sort, 3), ProductLists.ALL, List.of()), sort, index);
        assertInOrder(CatalogueWalk.sooner(query(brand, sort, 9), ProductLists.ALL, List.of(), 200), sort, index);
    }

    @ParameterizedTest
    @EnumSource
    void a_page_of_a_common_text_is_read_from_the_index_in_its_order(ProductSort sort) {
        List<Object> text = List.of(LikePattern.containing(COMMON));
        String condition = "p.search_name LIKE ? ESCAPE '!'";
        assertInOrder(
                CatalogueWalk.forward(query(empty(), sort, 0), condition, text),
                sort,
                CardOrder.of(sort).index());
    }

    @ParameterizedTest
    @EnumSource
    void a_page_of_a_rare_text_is_read_by_its_parts(ProductSort sort) {
        String head = LikePattern.startingWith("mug black 1");
        List<Map<String, Object>> plan =
                plan(ProductSearch.sortedPage(query(empty(), sort, 0)), head, 1_000, "%mug black 1%", 20, 0);

        assertNoScan(plan);
        assertThat(plan)
                .anySatisfy(step -> assertThat(step)
                        .containsEntry("table", "product_name_part")
                        .containsEntry("type", "range"));
    }

    @Test
    void totals_are_read_from_one_row_or_from_a_range() {
        String head = LikePattern.startingWith(COMMON);
        assertThat(plan(ProductLists.TOTAL_OF_BRAND, 7).getFirst().get("key")).isEqualTo("PRIMARY");
        assertThat(plan(ProductSearch.COUNT_PARTS, head).getFirst().get("type")).isEqualTo("range");
        assertNoScan(plan(ProductSearch.COUNT_CANDIDATES, head, 1_001));
        assertNoScan(plan(ProductSearch.COUNT_IN_ALL, head, 1_001, LikePattern.containing(COMMON)));
        assertNoScan(plan(ProductSearch.COUNT_IN_BRAND, LikePattern.containing(COMMON), 7));
        assertNoScan(plan(CardQuery.ONE, 7));
    }

    @ParameterizedTest
    @EnumSource
    void pages_from_the_far_end_are_those_that_come_after_the_pages_before_them(ProductSort sort) {
        List<Long> sorted = everyId(query(empty(), sort, 0));
        for (int page : List.of(0, 50, 51, 500, 833, 834, 998, 999)) {
            ProductListing listing = reads.list(query(empty(), sort, page));

            assertThat(ids(listing)).as("page %d", page).isEqualTo(sorted.subList(page * 20, page * 20 + 20));
            assertThat(listing.totalCount()).isEqualTo(PRODUCTS);
        }
        assertThat(reads.list(query(empty(), sort, 1_000))).isEqualTo(new ProductListing(List.of(), PRODUCTS));
    }

    /** Common and rare texts, with a brand and without, at the beginning, in the middle and past the end. */
    @ParameterizedTest
    @EnumSource
    void a_search_finds_the_same_whichever_way_it_goes(ProductSort sort) {
        for (String text : List.of("e", "prem", "가방", "mug black", "premium 노트북가방", "vintage backpack black 55")) {
            for (Optional<Long> brand : List.of(Optional.<Long>empty(), Optional.of(17L), Optional.of(5L))) {
                List<Long> sorted = everyIdContaining(new ProductQuery(brand, Optional.of(text), sort, 0, 1));
                int last = sorted.size() / 7;
                for (int page : new TreeSet<>(List.of(0, last / 2, last, last + 1))) {
                    ProductListing found = reads.list(new ProductQuery(brand, Optional.of(text), sort, page, 7));

                    int from = Math.min(sorted.size(), page * 7);
                    assertThat(ids(found))
                            .as("%s of %s, page %d", text, brand, page)
                            .isEqualTo(sorted.subList(from, Math.min(sorted.size(), from + 7)));
                    assertThat(found.totalCount()).isEqualTo(sorted.size());
                }
            }
        }
    }

    @Test
    void the_total_of_a_common_text_follows_the_catalogue() {
        ProductQuery query = new ProductQuery(empty(), Optional.of("e"), ProductSort.LATEST, 0, 1);
        long before = reads.list(query).totalCount();
        schema.transaction()
                .executeWithoutResult(status ->
                        schema.jdbc().update("DELETE FROM product_name_part WHERE product_id = 15 AND part LIKE 'e%'"));
        long stillThere = reads.list(query).totalCount();
        schema.jdbc().update("UPDATE catalogue_revision SET revised_at = revised_at + INTERVAL 1 SECOND");
        long after = reads.list(query).totalCount();
        schema.jdbc()
                .update(
                        "INSERT IGNORE INTO product_name_part SELECT SUBSTRING(search_name, LOCATE('e', search_name)), id"
                                + " FROM product WHERE id = 15 AND LOCATE('e', search_name) > 0");
        schema.jdbc().update("UPDATE catalogue_revision SET revised_at = revised_at + INTERVAL 1 SECOND");

        assertThat(stillThere).isEqualTo(before);
        assertThat(after).isEqualTo(before - 1);
        assertThat(reads.list(query).totalCount()).isEqualTo(before);
    }

    private static List<Long> ids(ProductListing listing) {
        return listing.cards().stream().map(ProductCard::productId).toList();
    }

    private static List<Long> everyId(ProductQuery query) {
        return sorted(query.sort(), "TRUE");
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
                                .formatted(condition, CardOrder.of(sort).forward()),
                        Long.class,
                        bound);
    }
}
