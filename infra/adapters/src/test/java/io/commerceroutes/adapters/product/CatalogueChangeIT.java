package io.commerceroutes.adapters.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.ChangeOutcome;
import io.commerceroutes.domain.product.ChangeProduct;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.commerceroutes.domain.product.Stock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Adding and changing products keeps counts, parts of names and revisions right, also when many do at once. */
class CatalogueChangeIT {
    private static final Instant NOW = Instant.parse("2026-11-22T03:04:05.000006Z");
    private static CommerceSchema schema;
    private static JdbcCatalogue catalogue;
    private static JdbcCatalogueReads reads;
    private static long aram;
    private static long baram;

    @BeforeAll
    static void migrate() {
        schema = CommerceSchema.migrated();
        catalogue = Products.catalogue(schema);
        reads = Products.reads(schema);
        schema.transaction().executeWithoutResult(status -> {
            aram = catalogue.addBrand("Aram");
            baram = catalogue.addBrand("Baram");
        });
    }

    @AfterEach
    void everything_is_counted() {
        assertThat(Products.miscounts(schema)).isZero();
        assertThat(catalogue.count()).isEqualTo(total(Optional.empty()));
    }

    private static Product add(String name) {
        return schema.transaction()
                .execute(status -> catalogue
                        .add(new NewProduct(name, Money.of(100), aram, new Stock(10), NOW))
                        .orElseThrow());
    }

    private static ChangeOutcome change(long productId, String name, long price, long brandId, Instant at) {
        return schema.transaction()
                .execute(status -> catalogue.change(new ChangeProduct(productId, name, Money.of(price), brandId, at)));
    }

    private static long total(Optional<String> name) {
        return reads.list(new ProductQuery(Optional.empty(), name, ProductSort.LATEST, 0, 1))
                .totalCount();
    }

    @Test
    void a_product_is_added_with_its_stock_and_its_event_and_is_found() {
        Product added = add("Teapot 차주전자");

        assertThat(reads.card(added.productId())
                        .orElseThrow()
                        .with(reads.numbers(List.of(added.productId())).getFirst()))
                .isEqualTo(added);
        assertThat(Products.events(schema, added.productId()))
                .containsExactly("ProductChanged {\"productId\":%d,\"name\":\"Teapot 차주전자\",\"price\":100}"
                        .formatted(added.productId()));
        assertThat(total(Optional.of("주전"))).isEqualTo(1);
    }

    @Test
    void nothing_is_added_to_a_brand_that_is_unknown() {
        Instant before = reads.revision();

        Optional<Product> added = schema.transaction()
                .execute(status -> catalogue.add(new NewProduct("Nobody's", Money.ZERO, 987, new Stock(1), NOW)));

        assertThat(added).isEmpty();
        assertThat(reads.revision()).isEqualTo(before);
    }

    @Test
    void a_changed_product_is_found_by_its_new_name_only_and_counted_with_its_new_brand() {
        Product saucer = add("Saucer Blue");

        ChangeOutcome outcome = change(saucer.productId(), "Saucer Green", 150, baram, NOW.plusSeconds(60));

        Product changed = new Product(saucer.productId(), "Saucer Green", Money.of(150), 10, 0, baram, "Baram");
        assertThat(outcome).isEqualTo(new ChangeOutcome.Changed(changed));
        assertThat(reads.card(saucer.productId()).orElseThrow())
                .satisfies(card -> assertThat(card.changedAt()).isEqualTo(reads.revision()))
                .satisfies(card -> assertThat(card.brandName()).isEqualTo("Baram"));
        assertThat(total(Optional.of("saucer"))).isEqualTo(1);
        assertThat(total(Optional.of("blue"))).isZero();
        assertThat(total(Optional.of("cer gre"))).isEqualTo(1);
        assertThat(Products.events(schema, saucer.productId())).hasSize(2);
    }

    @Test
    void each_change_has_a_later_time_whatever_the_clocks_say_and_no_change_has_none() {
        Product plate = add("Plate");
        Instant added = reads.revision();
        change(plate.productId(), "Plate", 101, aram, NOW.minusSeconds(60));
        Instant changed = reads.revision();
        change(plate.productId(), "Plate", 101, aram, NOW.plusSeconds(60));

        assertThat(changed).isAfter(added);
        assertThat(reads.revision()).isEqualTo(changed);
        assertThat(reads.card(plate.productId()).orElseThrow().changedAt()).isEqualTo(changed);
        assertThat(Products.events(schema, plate.productId())).hasSize(2);
    }

    @Test
    void what_is_unknown_is_not_changed() {
        Product fork = add("Fork");

        assertThat(change(987_654, "Fork", 1, aram, NOW)).isEqualTo(new ChangeOutcome.UnknownProduct());
        assertThat(change(fork.productId(), "Fork", 1, 987, NOW)).isEqualTo(new ChangeOutcome.UnknownBrand());
    }

    @Test
    void many_who_add_and_change_at_once_wait_for_each_other_and_none_fails() throws Exception {
        Product pan = add("Pan");
        List<Callable<Object>> work = IntStream.range(0, 40)
                .<Callable<Object>>mapToObj(i -> () -> i % 2 == 0
                        ? add("Kettle " + i)
                        : change(pan.productId(), "Pan " + i, i, i % 4 == 1 ? aram : baram, NOW))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(total(Optional.of("kettle"))).isEqualTo(20);
        assertThat(total(Optional.of("pan "))).isEqualTo(1);
        assertThat(Products.events(schema, pan.productId())).hasSize(21).doesNotHaveDuplicates();
    }
}
