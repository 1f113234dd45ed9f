package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.product.FirstProducts.FirstPage;
import io.commerceroutes.adapters.product.FoundProducts.IdPage;
import io.commerceroutes.adapters.product.ProductSource.Reading;
import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.adapters.sql.Turns;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.product.CatalogueReads;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductListing;
import io.commerceroutes.domain.product.ProductNumbers;
import io.commerceroutes.domain.product.ProductPage;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.commerceroutes.domain.product.SearchText;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** The catalogue in MySQL, read without a lock; what deep pages and searches are made of is kept by the process. */
public class JdbcCatalogueReads implements CatalogueReads {
    private static final Duration FOREVER = Duration.ofDays(365);
    private static final String NUMBERS = "SELECT id, changed_at, stock, likes FROM product WHERE id IN (:ids)";

    private final JdbcOperations jdbc;
    private final Turns lookUps;
    private final FirstProducts first;
    private final KeptReadings readings;
    private final ReadingSettings settings;

    /** @param bulkheads gets those of look-ups and readings: what takes long is waited for by those alone who need it */
    public JdbcCatalogueReads(JdbcOperations jdbc, BulkheadRegistry bulkheads, ReadingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.lookUps = new Turns(bulkheads, "catalogue-look-ups", settings.lookUpsMax(), settings.waitMax());
        this.first = new FirstProducts(jdbc);
        this.readings = new KeptReadings(
                new ProductReadings(
                        jdbc,
                        lookUps,
                        new Turns(bulkheads, "catalogue-readings", settings.readingsMax(), settings.waitMax())),
                settings.memoryMegabytesMax(),
                settings.waitMax(),
                System::nanoTime);
    }

    @Override
    public Instant revision() {
        return lookUps.take(() -> jdbc.query(ProductReadings.REVISION, (row, i) -> Utc.instant(row, "revised_at"))
                .getFirst());
    }

    @Override
    public List<ProductNumbers> numbers(Collection<Long> productIds) {
        List<ProductNumbers> numbers = new ArrayList<>(productIds.size());
        lookUp(new QueryBatch()
                .query(
                        NUMBERS,
                        productIds,
                        row -> numbers.add(new ProductNumbers(
                                row.getLong("id"),
                                Utc.instant(row, "changed_at"),
                                row.getLong("stock"),
                                row.getLong("likes")))));
        return numbers;
    }

    @Override
    public Optional<ProductCard> card(long productId) {
        Map<Long, ListedProduct> found = new HashMap<>();
        lookUp(List.of(productId), found);
        return Optional.ofNullable(found.get(productId)).map(ListedProduct::card);
    }

    @Override
    public ProductListing firstCards(ProductQuery query) {
        FirstPage page = firstPage(query);
        return new ProductListing(
                page.products().stream().map(ListedProduct::card).toList(), page.totalCount());
    }

    /** A text without any character that is no blank finds nothing. */
    @Override
    public ProductPage list(ProductQuery query) {
        if (FirstProducts.include(query)) {
            FirstPage page = firstPage(query);
            return page(page.products(), page.totalCount());
        }
        if (query.name().map(SearchText::of).filter(SearchText::isEmpty).isPresent()) {
            return new ProductPage(List.of(), 0);
        }
        return found(query);
    }

    private FirstPage firstPage(ProductQuery query) {
        return lookUps.take(() -> first.page(query));
    }

    /** What is likely to be on the page is looked up together with the revision that tells whether it is. */
    private ProductPage found(ProductQuery query) {
        Reading reading = Reading.of(query);
        Map<Long, ListedProduct> products = new HashMap<>();
        Optional<IdPage> likely = readings.peek(reading).map(known -> known.page(query));
        Instant revision =
                likely.map(page -> lookUp(page.productIds(), products)).orElse(Instant.MIN);
        IdPage page = readings.get(reading, revision, ageMax(query.sort())).page(query);
        if (!likely.map(IdPage::productIds).equals(Optional.of(page.productIds()))) {
            lookUp(page.productIds(), products);
        }
        List<ListedProduct> listed = page.productIds().stream()
                .map(products::get)
                .filter(Objects::nonNull)
                .toList();
        return page(listed, page.totalCount());
    }

    /** Only likes change without the revision. */
    private Duration ageMax(ProductSort sort) {
        return sort == ProductSort.LIKES_DESC ? settings.likesAgeMax() : FOREVER;
    }

    private static ProductPage page(List<ListedProduct> products, long totalCount) {
        List<Product> shown = products.stream().map(ListedProduct::product).toList();
        return new ProductPage(shown, totalCount);
    }

    /** Answers the revision as it was before. */
    private Instant lookUp(List<Long> productIds, Map<Long, ListedProduct> found) {
        List<Instant> revision = new ArrayList<>(1);
        lookUp(new QueryBatch()
                .select(ProductReadings.REVISION, List.of(), row -> revision.add(Utc.instant(row, "revised_at")))
                .query(ListedProduct.BY_IDS, productIds, row -> {
                    ListedProduct product = ListedProduct.of(row);
                    found.put(product.card().productId(), product);
                }));
        return revision.getFirst();
    }

    private void lookUp(QueryBatch queries) {
        lookUps.take(() -> {
            queries.execute(jdbc);
            return queries;
        });
    }
}
