package io.commerceroutes.adapters.storefront;

import static io.commerceroutes.adapters.storefront.StorefrontCaches.cache;

import io.commerceroutes.domain.product.CatalogueReads;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductListing;
import io.commerceroutes.domain.product.ProductNumbers;
import io.commerceroutes.domain.product.ProductPage;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.Storefront;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.cache.CacheManager;

/**
 * Products from the process's memory while they are young; then their numbers from the database and their cards from
 * memory or Redis, under the name of the state that the database says is valid. So nothing is ever evicted, and what
 * Redis does not have, or cannot give now, is read.
 */
public class CachedStorefront implements Storefront {
    private final CatalogueReads catalogue;
    private final FirstPages firstPages;
    private final SharedLoads<Long, Optional<Product>> products;
    private final SharedLoads<ProductQuery, ProductPage> pages;
    private final KeptCards cards;
    private final RedisValues<ProductListing> listings;

    /**
     * @param inProcess and {@code inRedis}: see {@link StorefrontCaches}
     * @param redisBreaker through which Redis is called
     */
    public CachedStorefront(
            CatalogueReads catalogue,
            CacheManager inProcess,
            CacheManager inRedis,
            CircuitBreaker redisBreaker,
            StorefrontSettings settings) {
        this.catalogue = catalogue;
        firstPages = new FirstPages(settings.positionsMax());
        products = new SharedLoads<>(cache(inProcess, StorefrontCaches.PRODUCTS), settings.loadWaitMax());
        pages = new SharedLoads<>(cache(inProcess, StorefrontCaches.PAGES), settings.loadWaitMax());
        RedisGuard redis = new RedisGuard(redisBreaker);
        cards = new KeptCards(
                cache(inProcess, StorefrontCaches.CARDS),
                new RedisValues<>(cache(inRedis, StorefrontCaches.CARDS), ProductCard.class, redis));
        listings = new RedisValues<>(cache(inRedis, StorefrontCaches.PAGES), ProductListing.class, redis);
    }

    @Override
    public Optional<Product> find(long productId) {
        return products.get(
                productId,
                () -> catalogue.numbers(List.of(productId)).stream().findFirst().flatMap(this::product));
    }

    @Override
    public ProductPage list(ProductQuery query) {
        return pages.get(query, () -> page(query));
    }

    @Override
    public void forget(long productId) {
        products.forget(productId);
        pages.forgetAll();
    }

    /** Brings the cards of these products into Redis, where they are missing. */
    public void keepCards(Collection<Long> productIds) {
        if (!productIds.isEmpty()) {
            catalogue.numbers(productIds).forEach(this::product);
        }
    }

    private Optional<Product> product(ProductNumbers numbers) {
        return cards.find(numbers.productId(), numbers.changedAt())
                .or(() -> readCard(numbers.productId()))
                .map(card -> card.with(numbers));
    }

    /** The card may have changed since its numbers were read: it is kept under its own state. */
    private Optional<ProductCard> readCard(long productId) {
        Optional<ProductCard> read = catalogue.card(productId);
        read.ifPresent(cards::keep);
        return read;
    }

    private ProductPage page(ProductQuery query) {
        return firstPages.include(query) ? firstPage(query) : catalogue.list(query);
    }

    private ProductPage firstPage(ProductQuery query) {
        ProductListing listing = sharedListing(query);
        Map<Long, ProductNumbers> numbers = numbers(listing.cards());
        List<Product> shown = listing.cards().stream()
                .filter(card -> numbers.containsKey(card.productId()))
                .flatMap(card -> product(card, numbers.get(card.productId())).stream())
                .toList();
        return new ProductPage(shown, listing.totalCount());
    }

    /** The revision is read first: what is listed under it is of that state or a later one. */
    private ProductListing sharedListing(ProductQuery query) {
        Instant revision = catalogue.revision();
        String key = StateKey.ofPage(revision, query);
        return listings.find(key).orElseGet(() -> {
            ProductListing read = catalogue.firstCards(query);
            listings.keep(key, read);
            return read;
        });
    }

    private Map<Long, ProductNumbers> numbers(List<ProductCard> listed) {
        if (listed.isEmpty()) {
            return Map.of();
        }
        return catalogue.numbers(listed.stream().map(ProductCard::productId).toList()).stream()
                .collect(Collectors.toMap(ProductNumbers::productId, Function.identity()));
    }

    /** A product that changed since it was listed is shown as it is now. */
    private Optional<Product> product(ProductCard listed, ProductNumbers numbers) {
        return listed.changedAt().equals(numbers.changedAt()) ? Optional.of(listed.with(numbers)) : product(numbers);
    }
}
