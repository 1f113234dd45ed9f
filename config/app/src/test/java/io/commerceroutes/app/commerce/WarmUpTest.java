package io.commerceroutes.app.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.storefront.CachedStorefront;
import io.commerceroutes.adapters.storefront.StorefrontCaches;
import io.commerceroutes.adapters.storefront.StorefrontSettings;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.CatalogueReads;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductListing;
import io.commerceroutes.domain.product.ProductNumbers;
import io.commerceroutes.domain.product.ProductPage;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ViewedProducts;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;

@Timeout(180)
class WarmUpTest {
    private static final StorefrontSettings SETTINGS = new StorefrontSettings(
            Duration.ofSeconds(1),
            100,
            100,
            Duration.ofSeconds(60),
            "test:",
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            0,
            100);

    private final List<String> read = new CopyOnWriteArrayList<>();
    private Runnable onRead = () -> {};

    @Test
    void the_first_page_in_each_order_and_the_most_viewed_products_are_loaded() throws Exception {
        warmUp(Duration.ofSeconds(60));

        assertThat(read).contains("card 1", "card 2").doesNotContain("card 3");
        assertThat(read.stream().filter(statement -> statement.startsWith("list")))
                .containsExactlyInAnyOrder("list LATEST", "list PRICE_ASC", "list PRICE_DESC", "list LIKES_DESC");
    }

    @Test
    void what_takes_too_long_is_not_waited_for() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        onRead = () -> await(release);

        warmUp(Duration.ofMillis(50));

        assertThat(read).isEmpty();
        release.countDown();
    }

    @Test
    void what_fails_is_left() throws Exception {
        onRead = () -> {
            throw new IllegalStateException("away");
        };

        warmUp(Duration.ofSeconds(60));

        assertThat(read).isEmpty();
    }

    private void warmUp(Duration durationMax) throws InterruptedException {
        CachedStorefront storefront = new CachedStorefront(
                new Catalogue(),
                StorefrontCaches.inProcess(SETTINGS),
                new ConcurrentMapCacheManager(),
                CircuitBreaker.ofDefaults("redis"),
                SETTINGS);
        new WarmUp(storefront, new Viewed(), new CacheProperties.WarmUp(20, 2, durationMax))
                .run(new DefaultApplicationArguments());
    }

    private static void await(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static final class Viewed implements ViewedProducts {
        @Override
        public void count(Map<Long, Long> views) {
            throw new UnsupportedOperationException("Nothing is viewed");
        }

        @Override
        public List<Long> mostViewed(int limit) {
            return LongStream.rangeClosed(1, limit).boxed().toList();
        }
    }

    /** Has every product, and shows none in its lists. */
    private final class Catalogue implements CatalogueReads {
        private void note(String statement) {
            onRead.run();
            read.add(statement);
        }

        @Override
        public Instant revision() {
            note("revision");
            return Instant.EPOCH;
        }

        @Override
        public List<ProductNumbers> numbers(Collection<Long> productIds) {
            note("numbers");
            return productIds.stream()
                    .map(id -> new ProductNumbers(id, Instant.EPOCH, 1, 1))
                    .toList();
        }

        @Override
        public Optional<ProductCard> card(long productId) {
            note("card " + productId);
            return Optional.of(new ProductCard(productId, Instant.EPOCH, "Tea", Money.of(1), 5, "Leaf"));
        }

        @Override
        public ProductListing firstCards(ProductQuery query) {
            note("list " + query.sort());
            return new ProductListing(List.of(), 0);
        }

        @Override
        public ProductPage list(ProductQuery query) {
            note("list " + query.sort());
            return new ProductPage(List.of(), 0);
        }
    }
}
