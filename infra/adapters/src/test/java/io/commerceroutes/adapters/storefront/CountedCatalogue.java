package io.commerceroutes.adapters.storefront;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.CatalogueReads;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductListing;
import io.commerceroutes.domain.product.ProductNumbers;
import io.commerceroutes.domain.product.ProductPage;
import io.commerceroutes.domain.product.ProductQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A catalogue that counts its statements, and lets something happen in the middle of them. */
class CountedCatalogue implements CatalogueReads {
    private static final Instant BEGIN = Instant.parse("2026-11-22T03:04:05.123456Z");

    private final ConcurrentMap<Long, ProductCard> cards = new ConcurrentHashMap<>();
    private final Map<Long, Long> stock = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> statements = new ConcurrentHashMap<>();
    private final Map<String, Runnable> incidents = new ConcurrentHashMap<>();

    CountedCatalogue with(int products) {
        for (long id = 1; id <= products; id++) {
            cards.put(id, new ProductCard(id, BEGIN.plusMillis(id), "Product " + id, Money.of(100 * id), 5, "Leaf"));
            stock.put(id, 10L);
        }
        return this;
    }

    /** The same product in a later state. */
    void rename(long productId, String name) {
        cards.computeIfPresent(
                productId,
                (id, card) -> new ProductCard(
                        id, revisionNow().plusNanos(1_000), name, card.price(), card.brandId(), card.brandName()));
    }

    void stock(long productId, long units) {
        stock.put(productId, units);
    }

    /** Whenever that statement begins. */
    void during(String statement, Runnable incident) {
        incidents.put(statement, incident);
    }

    /** How often {@code revision}, {@code numbers}, {@code card}, {@code first} or {@code list} was asked for. */
    int statements(String kind) {
        return statements.getOrDefault(kind, new AtomicInteger()).get();
    }

    int statements() {
        return statements.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    void forgetStatements() {
        statements.clear();
    }

    private void begin(String statement) {
        statements.computeIfAbsent(statement, kind -> new AtomicInteger()).incrementAndGet();
        incidents.getOrDefault(statement, () -> {}).run();
    }

    @Override
    public Instant revision() {
        begin("revision");
        return revisionNow();
    }

    private Instant revisionNow() {
        return cards.values().stream()
                .map(ProductCard::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(BEGIN);
    }

    @Override
    public List<ProductNumbers> numbers(Collection<Long> productIds) {
        begin("numbers");
        return productIds.stream().filter(cards::containsKey).map(this::numbers).toList();
    }

    private ProductNumbers numbers(long id) {
        return new ProductNumbers(id, cards.get(id).changedAt(), stock.get(id), 3);
    }

    @Override
    public Optional<ProductCard> card(long productId) {
        begin("card");
        return Optional.ofNullable(cards.get(productId));
    }

    @Override
    public ProductListing firstCards(ProductQuery query) {
        begin("first");
        return listing(query);
    }

    @Override
    public ProductPage list(ProductQuery query) {
        begin("list");
        ProductListing listing = listing(query);
        List<Product> shown = listing.cards().stream()
                .map(card -> card.with(numbers(card.productId())))
                .toList();
        return new ProductPage(shown, listing.totalCount());
    }

    private ProductListing listing(ProductQuery query) {
        List<ProductCard> found = cards.values().stream()
                .filter(card -> query.brandId().stream().allMatch(brand -> brand == card.brandId()))
                .filter(card -> query.name().stream().allMatch(card.name()::contains))
                .sorted(Comparator.comparing(ProductCard::productId).reversed())
                .toList();
        List<ProductCard> page = found.stream()
                .skip((long) query.page() * query.size())
                .limit(query.size())
                .toList();
        return new ProductListing(page, found.size());
    }
}
