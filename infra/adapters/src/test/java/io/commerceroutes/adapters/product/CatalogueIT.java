package io.commerceroutes.adapters.product;

import static java.util.Optional.empty;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.CatalogueReads;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductNumbers;
import io.commerceroutes.domain.product.ProductPage;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.commerceroutes.domain.product.Stock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lists and searches find in a small catalogue, in which every total and order is known. */
class CatalogueIT {
    private static final Instant NOW = Instant.parse("2026-11-22T03:04:05.000006Z");
    private static CommerceSchema schema;
    private static CatalogueReads reads;
    private static long aram;
    private static long baram;
    private static long empty;

    /** Ids 1 to 8, in this order. */
    @BeforeAll
    static void fill() {
        schema = CommerceSchema.migrated();
        reads = Products.reads(schema);
        JdbcCatalogue catalogue = Products.catalogue(schema);
        schema.transaction().executeWithoutResult(status -> {
            aram = catalogue.addBrand("Aram");
            baram = catalogue.addBrand("Baram");
            empty = catalogue.addBrand("Chorok");
            add(catalogue, "Red Mug", 300, aram);
            add(catalogue, "노트북가방", 100, aram);
            add(catalogue, "ＭＵＧ　blue", 200, baram);
            add(catalogue, "100% Cotton_Cap", 300, baram);
            add(catalogue, "여행 가방 100", 100, baram);
            add(catalogue, "Smug! Cat", 200, aram);
            add(catalogue, "A very long name of a mug with a handle of oak", 400, aram);
            add(catalogue, "A very long name of a mug with a handle of ash", 400, baram);
        });
        schema.jdbc().update("UPDATE product SET likes = id % 3");
    }

    private static Product add(JdbcCatalogue catalogue, String name, long price, long brandId) {
        return catalogue
                .add(new NewProduct(name, Money.of(price), brandId, new Stock(10), NOW))
                .orElseThrow();
    }

    private static ProductPage list(Optional<Long> brandId, Optional<String> name, String sort, int page, int size) {
        return reads.list(new ProductQuery(brandId, name, ProductSort.valueOf(sort), page, size));
    }

    private static String ids(ProductPage page) {
        return String.join(
                " ",
                page.products().stream()
                        .map(product -> Long.toString(product.productId()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "LATEST, 8 7 6 5 4 3 2 1",
        "PRICE_ASC, 5 2 6 3 4 1 8 7",
        "PRICE_DESC, 8 7 4 1 6 3 5 2",
        "LIKES_DESC, 8 5 2 7 4 1 6 3"
    })
    void all_products_come_in_each_order_and_equals_newest_first(String sort, String ids) {
        ProductPage listing = list(empty(), empty(), sort, 0, 20);

        assertThat(ids(listing)).isEqualTo(ids);
        assertThat(listing.totalCount()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"LATEST, 8 5 4 3", "PRICE_ASC, 5 3 4 8", "PRICE_DESC, 8 4 3 5", "LIKES_DESC, 8 5 4 3"})
    void so_do_those_of_a_brand(String sort, String ids) {
        ProductPage listing = list(Optional.of(baram), empty(), sort, 0, 20);

        assertThat(ids(listing)).isEqualTo(ids);
        assertThat(listing.totalCount()).isEqualTo(4);
    }

    @Test
    void a_brand_without_products_and_one_that_is_unknown_have_none() {
        assertThat(list(Optional.of(empty), empty(), "LATEST", 0, 20)).isEqualTo(new ProductPage(List.of(), 0));
        assertThat(list(Optional.of(987L), empty(), "LATEST", 0, 20)).isEqualTo(new ProductPage(List.of(), 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 8 7 6", "1, 3, 5 4 3", "2, 3, 2 1", "3, 3, ''", "1000000, 100, ''"})
    void pages_follow_each_other_and_each_has_the_total(int page, int size, String ids) {
        ProductPage listing = list(empty(), empty(), "LATEST", page, size);

        assertThat(ids(listing)).isEqualTo(ids);
        assertThat(listing.totalCount()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "mug, 8 7 6 3 1",
        "MUG, 8 7 6 3 1",
        "mug blue, 3",
        "가방, 5 2",
        "북가, 2",
        "노트북 가방, ''",
        "cat, 6",
        "100, 5 4",
        "%, 4",
        "_, 4",
        "!, 6",
        "n_c, 4",
        "100%, 4",
        "\\, ''",
        "very long name of a mug with, 8 7",
        "very long name of a mug with a handle of ash, 8",
        "very long name of a mug with no handle, ''",
        "' \u00A0', ''"
    })
    void a_name_is_found_by_any_part_of_it_in_any_case(String name, String ids) {
        ProductPage listing = list(empty(), Optional.of(name), "LATEST", 0, 20);

        assertThat(ids(listing)).isEqualTo(ids);
        assertThat(listing.totalCount()).isEqualTo(listing.products().size());
    }

    @Test
    void what_is_found_comes_in_the_order_of_the_brand_and_on_the_page_asked_for() {
        assertThat(ids(list(empty(), Optional.of("mug"), "PRICE_ASC", 0, 20))).isEqualTo("6 3 1 8 7");
        assertThat(ids(list(Optional.of(aram), Optional.of("mug"), "PRICE_DESC", 0, 20)))
                .isEqualTo("7 1 6");
        ProductPage second = list(empty(), Optional.of("mug"), "LATEST", 1, 2);
        assertThat(ids(second)).isEqualTo("6 3");
        assertThat(second.totalCount()).isEqualTo(5);
        ProductPage beyond = list(empty(), Optional.of("mug"), "LATEST", 9, 2);
        assertThat(ids(beyond)).isEmpty();
        assertThat(beyond.totalCount()).isEqualTo(5);
    }

    @Test
    void a_card_shows_the_product_and_its_numbers_are_those_of_the_moment() {
        ProductCard card = reads.card(3).orElseThrow();
        assertThat(card).isEqualTo(new ProductCard(3, card.changedAt(), "ＭＵＧ　blue", Money.of(200), baram, "Baram"));
        assertThat(card.changedAt()).isBefore(reads.revision());
        assertThat(reads.card(987)).isEmpty();
        assertThat(reads.numbers(List.of(3L, 987L))).containsExactly(new ProductNumbers(3, card.changedAt(), 10, 0));
        assertThat(reads.numbers(List.of(5L, 8L)))
                .extracting(ProductNumbers::likes)
                .containsExactlyInAnyOrder(2L, 2L);
        assertThat(reads.numbers(List.of())).isEmpty();
    }
}
