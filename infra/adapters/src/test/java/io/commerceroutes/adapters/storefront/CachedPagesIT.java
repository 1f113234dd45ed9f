package io.commerceroutes.adapters.storefront;

import static io.commerceroutes.adapters.storefront.Storefronts.LONG;
import static io.commerceroutes.adapters.storefront.Storefronts.page;
import static io.commerceroutes.adapters.storefront.Storefronts.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductPage;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachedPagesIT {
    private final RedisConnection redis = RedisConnection.open();
    private final CountedCatalogue catalogue = new CountedCatalogue().with(100);
    private final Storefronts storefronts = new Storefronts(redis, catalogue, CircuitBreaker.ofDefaults("redis"));
    private final CachedStorefront storefront = storefronts.open(LONG);

    @AfterEach
    void disconnect() {
        redis.close();
    }

    @Test
    void a_page_that_is_remembered_takes_no_statement() {
        ProductPage first = storefront.list(page(0, 20));
        catalogue.forgetStatements();

        assertThat(storefront.list(page(0, 20))).isEqualTo(first);
        assertThat(catalogue.statements()).isZero();
    }

    @Test
    void a_page_is_as_the_catalogue_has_it() {
        ProductPage shown = storefront.list(page(1, 3));

        assertThat(shown.products()).extracting(Product::productId).containsExactly(97L, 96L, 95L);
        assertThat(shown.products()).extracting(Product::stock).containsOnly(10L);
        assertThat(shown.totalCount()).isEqualTo(100);
        assertThat(storefronts.open().list(page(1, 3))).isEqualTo(shown);
    }

    @Test
    void another_instance_finds_the_page_in_redis_and_reads_revision_and_numbers() {
        storefront.list(page(0, 20));
        catalogue.stock(100, 1);
        catalogue.forgetStatements();

        ProductPage shown = storefronts.open().list(page(0, 20));

        assertThat(shown.products().getFirst().stock()).isOne();
        assertThat(catalogue.statements("revision")).isOne();
        assertThat(catalogue.statements("numbers")).isOne();
        assertThat(catalogue.statements()).isEqualTo(2);
    }

    @Test
    void after_a_change_no_older_page_is_found() {
        storefront.list(page(0, 20));
        catalogue.rename(99, "Renamed");

        assertThat(storefronts.open().list(page(0, 20)).products().get(1).name())
                .isEqualTo("Renamed");
    }

    @Test
    void a_product_that_changes_while_its_page_is_read_is_shown_as_it_is_now() {
        storefront.list(page(0, 20));
        catalogue.during("numbers", () -> catalogue.rename(99, "Renamed"));

        assertThat(storefronts.open().list(page(0, 20)).products().get(1).name())
                .isEqualTo("Renamed");
    }

    @Test
    void first_pages_are_kept_in_redis_for_a_while() {
        long begun = System.nanoTime();
        storefront.list(page(1, 20));

        assertThat(storefronts.kept()).hasSize(1);
        long ttl = storefronts
                .redis()
                .getExpire(storefronts.keyPrefix + storefronts.kept().iterator().next());
        long passed = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;
        assertThat(ttl).isBetween(300L - passed, 360L);
    }

    @Test
    void pages_without_a_bound_to_their_number_are_not() {
        storefront.list(page(2, 20));
        storefront.list(query(ProductSort.LATEST, Optional.of("Product"), 0, 20));
        storefront.list(query(ProductSort.LIKES_DESC, Optional.empty(), 0, 20));
        storefront.list(new ProductQuery(Optional.of(4_711L), Optional.empty(), ProductSort.LATEST, 0, 20));

        assertThat(storefronts.kept()).isEmpty();
    }

    @Test
    void what_is_searched_for_in_words_is_remembered_by_the_process_alone() {
        ProductQuery search = query(ProductSort.LATEST, Optional.of("Product 1"), 0, 20);
        assertThat(storefront.list(search).totalCount()).isEqualTo(12);
        catalogue.forgetStatements();

        storefront.list(search);
        assertThat(catalogue.statements()).isZero();
        storefronts.open().list(search);
        assertThat(catalogue.statements("list")).isOne();
    }
}
