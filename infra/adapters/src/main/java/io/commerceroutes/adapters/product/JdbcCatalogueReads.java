package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.product.CatalogueReads;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductListing;
import io.commerceroutes.domain.product.ProductNumbers;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.SearchText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** The catalogue in MySQL, read without a lock and without a scan. */
public class JdbcCatalogueReads implements CatalogueReads {
    private static final String NUMBERS = "SELECT id, changed_at, stock, likes FROM product WHERE id IN (:ids)";

    private final JdbcOperations jdbc;
    private final ProductLists lists;
    private final ProductSearch search;

    public JdbcCatalogueReads(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.lists = new ProductLists(jdbc);
        this.search = new ProductSearch(jdbc);
    }

    @Override
    public Instant revision() {
        return jdbc.query("SELECT revised_at FROM catalogue_revision", (row, i) -> Utc.instant(row, "revised_at"))
                .getFirst();
    }

    @Override
    public List<ProductNumbers> numbers(Collection<Long> productIds) {
        List<ProductNumbers> numbers = new ArrayList<>(productIds.size());
        new QueryBatch()
                .query(
                        NUMBERS,
                        productIds,
                        row -> numbers.add(new ProductNumbers(
                                row.getLong("id"),
                                Utc.instant(row, "changed_at"),
                                row.getLong("stock"),
                                row.getLong("likes"))))
                .execute(jdbc);
        return numbers;
    }

    @Override
    public Optional<ProductCard> card(long productId) {
        return jdbc.query(CardQuery.ONE, (row, i) -> CardQuery.card(row), productId).stream()
                .findFirst();
    }

    /** A text without any character that is no blank finds nothing. */
    @Override
    public ProductListing list(ProductQuery query) {
        return query.name()
                .map(SearchText::of)
                .map(text -> text.isEmpty() ? new ProductListing(List.of(), 0) : search.list(query, text))
                .orElseGet(() -> lists.list(query));
    }
}
