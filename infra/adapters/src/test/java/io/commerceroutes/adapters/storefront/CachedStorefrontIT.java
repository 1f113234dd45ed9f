package io.commerceroutes.adapters.storefront;

import static io.commerceroutes.adapters.storefront.Storefronts.AGE_MAX;
import static io.commerceroutes.adapters.storefront.Storefronts.LONG;
import static io.commerceroutes.adapters.storefront.Storefronts.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.domain.product.Product;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.cache.caffeine.CaffeineCacheManager;

class CachedStorefrontIT {
    private final RedisConnection redis = RedisConnection.open();
    private final CountedCatalogue catalogue = new CountedCatalogue().with(100);
    private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("redis");
    private final Storefronts storefronts = new Storefronts(redis, catalogue, breaker);
    private final CachedStorefront storefront = storefronts.open(LONG);

    @AfterEach
    void disconnect() {
        redis.close();
    }

    @Test
    void a_product_that_is_remembered_takes_no_statement() {
        Optional<Product> first = storefront.find(7);
        catalogue.forgetStatements();

        assertThat(storefront.find(7)).isEqualTo(first).isPresent();
        assertThat(catalogue.statements()).isZero();
    }

    @Test
    void a_product_is_as_the_catalogue_has_it() {
        Product product = storefront.find(7).orElseThrow();

        assertThat(product.name()).isEqualTo("Product 7");
        assertThat(product.price().won()).isEqualTo(700);
        assertThat(product.stock()).isEqualTo(10);
        assertThat(product.likes()).isEqualTo(3);
        assertThat(product.brandName()).isEqualTo("Leaf");
        assertThat(storefronts.open().find(7)).contains(product);
    }

    @Test
    void another_instance_finds_the_card_in_redis_and_reads_the_numbers_alone() {
        storefront.find(7);
        catalogue.stock(7, 9);
        catalogue.forgetStatements();

        assertThat(storefronts.open().find(7)).map(Product::stock).contains(9L);
        assertThat(catalogue.statements("numbers")).isOne();
        assertThat(catalogue.statements()).isOne();
    }

    @Test
    void a_card_that_this_process_has_seen_needs_neither_redis_nor_the_catalogue_again() {
        storefront.find(7);
        CachedStorefront other = storefronts.open();
        other.find(7);
        storefronts.kept().forEach(key -> storefronts.redis().delete(storefronts.keyPrefix + key));
        storefront.forget(7);
        other.forget(7);
        catalogue.forgetStatements();

        assertThat(storefront.find(7)).isEqualTo(other.find(7)).isPresent();
        assertThat(catalogue.statements("card")).isZero();
    }

    @Test
    void a_changed_product_is_shown_by_another_instance_within_the_second() {
        CachedStorefront other = storefronts.open();
        assertThat(other.find(7)).map(Product::name).contains("Product 7");
        storefront.find(7);

        catalogue.rename(7, "Renamed");
        await().pollDelay(AGE_MAX).until(() -> true);

        assertThat(other.find(7)).map(Product::name).contains("Renamed");
        assertThat(storefronts.open().find(7)).map(Product::name).contains("Renamed");
    }

    @Test
    void a_card_that_changes_while_it_is_read_is_kept_under_the_state_it_has() {
        catalogue.during("card", () -> catalogue.rename(7, "Renamed"));
        assertThat(storefront.find(7)).map(Product::name).contains("Renamed");
        catalogue.during("card", () -> {});
        catalogue.forgetStatements();

        assertThat(storefronts.open().find(7)).map(Product::name).contains("Renamed");
        assertThat(catalogue.statements("card")).isZero();
        assertThat(storefronts.kept()).hasSize(1);
    }

    @Test
    void a_product_that_was_changed_here_is_shown_so_at_once_alone_and_in_pages() {
        storefront.find(7);
        storefront.list(page(0, 100));
        catalogue.rename(7, "Renamed");
        catalogue.stock(7, 9);

        storefront.forget(7);

        assertThat(storefront.find(7)).map(Product::stock).contains(9L);
        assertThat(storefront.list(page(0, 100)).products())
                .filteredOn(product -> product.productId() == 7)
                .singleElement()
                .matches(product -> product.stock() == 9 && product.name().equals("Renamed"));
    }

    @Test
    void what_is_being_read_when_a_product_changes_is_not_remembered() {
        catalogue.during("numbers", () -> {
            catalogue.during("numbers", () -> {});
            storefront.forget(7);
        });
        storefront.find(7);
        catalogue.forgetStatements();

        storefront.find(7);

        assertThat(catalogue.statements("numbers")).isOne();
    }

    @Test
    void a_product_that_does_not_exist_is_looked_for_once_a_second() {
        assertThat(storefront.find(1_000)).isEmpty();
        assertThat(storefront.find(1_000)).isEmpty();

        assertThat(catalogue.statements()).isOne();
        assertThat(storefronts.kept()).isEmpty();
    }

    @Test
    void a_process_remembers_only_so_many_products_and_cards() {
        CaffeineCacheManager inProcess = StorefrontCaches.inProcess(storefronts.settings());
        CachedStorefront bounded = storefronts.open(storefronts.settings(), inProcess);

        LongStream.rangeClosed(1, 100).forEach(bounded::find);

        assertThat(List.of(StorefrontCaches.PRODUCTS, StorefrontCaches.CARDS))
                .allSatisfy(name -> assertThat(Storefronts.remembered(inProcess, name))
                        .isBetween(1L, (long) Storefronts.PRODUCTS_MAX));
    }

    @Test
    void each_card_is_kept_for_a_time_of_its_own() {
        long begun = System.nanoTime();
        LongStream.rangeClosed(1, 100).forEach(storefront::find);

        Set<Long> seconds = new HashSet<>();
        for (String key : storefronts.kept()) {
            long ttl = storefronts.redis().getExpire(storefronts.keyPrefix + key);
            long passed = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;
            assertThat(ttl).isBetween(600L - passed, 720L);
            seconds.add(ttl);
        }
        assertThat(seconds).hasSizeGreaterThan(20);
    }

    @Test
    void what_redis_holds_and_cannot_be_read_is_written_anew() {
        storefront.find(7);
        String key = storefronts.keyPrefix + storefronts.kept().iterator().next();
        storefronts.redis().opsForValue().set(key, "{\"of\":\"another release\"}");
        catalogue.forgetStatements();

        assertThat(storefronts.open().find(7)).isPresent();
        assertThat(catalogue.statements("card")).isOne();
        assertThat(storefronts.open().find(7)).isPresent();
        assertThat(catalogue.statements("card")).isOne();
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void cards_that_are_asked_for_together_take_one_statement_for_their_numbers() {
        storefront.keepCards(List.of(1L, 2L, 3L, 1_000L));
        storefront.keepCards(List.of());

        assertThat(storefronts.kept()).hasSize(3);
        assertThat(catalogue.statements("numbers")).isOne();
        assertThat(catalogue.statements("card")).isEqualTo(3);
    }

    @Test
    void a_failure_is_not_remembered() {
        catalogue.during("numbers", () -> {
            throw new IllegalStateException("away");
        });
        assertThatThrownBy(() -> storefront.find(7)).hasMessage("away");
        catalogue.during("numbers", () -> {});

        assertThat(storefront.find(7)).isPresent();
    }
}
