package io.commerceroutes.adapters.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.CatalogueReads;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.commerceroutes.domain.product.Stock;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** Who waits for whom when as many ask the database as may: one looks up here and one reads, and nobody waits. */
class CatalogueTurnsIT {
    private static final ReadingSettings SETTINGS =
            new ReadingSettings(1, 1, 16, Duration.ofMinutes(10), Duration.ZERO);
    private static CommerceSchema schema;
    private static long mug;

    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final CatalogueReads reads = new JdbcCatalogueReads(schema.jdbc(), bulkheads, SETTINGS);

    @BeforeAll
    static void fill() {
        schema = CommerceSchema.migrated();
        JdbcCatalogue catalogue = Products.catalogue(schema);
        schema.transaction().executeWithoutResult(status -> {
            long brand = catalogue.addBrand("Aram");
            mug = catalogue
                    .add(new NewProduct(
                            "Mug", Money.of(300), brand, new Stock(10), Instant.parse("2026-11-22T03:04:05Z")))
                    .orElseThrow()
                    .productId();
        });
    }

    @Test
    void only_a_search_or_a_deep_page_that_is_not_known_yet_waits_for_what_others_read() {
        reads.list(named("mug"));
        takeTurns("catalogue-readings");

        refused(() -> reads.list(named("cup")));
        refused(() -> reads.list(page(100)));
        assertThat(reads.list(named("mug")).totalCount()).isOne();
        assertThat(reads.list(page(0)).totalCount()).isOne();
        assertThat(reads.numbers(List.of(mug))).hasSize(1);
    }

    @Test
    void whatever_is_looked_up_waits_for_what_others_look_up() {
        reads.list(named("mug"));
        takeTurns("catalogue-look-ups");

        refused(reads::revision);
        refused(() -> reads.numbers(List.of(mug)));
        refused(() -> reads.card(mug));
        refused(() -> reads.firstCards(page(0)));
        refused(() -> reads.list(page(0)));
        refused(() -> reads.list(named("mug")));
    }

    private void takeTurns(String bulkhead) {
        assertThat(bulkheads.bulkhead(bulkhead).tryAcquirePermission()).isTrue();
    }

    private static void refused(ThrowingCallable question) {
        assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(question);
    }

    private static ProductQuery named(String text) {
        return new ProductQuery(Optional.empty(), Optional.of(text), ProductSort.LATEST, 0, 20);
    }

    private static ProductQuery page(int page) {
        return new ProductQuery(Optional.empty(), Optional.empty(), ProductSort.LATEST, page, 20);
    }
}
