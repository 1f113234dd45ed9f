package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductListing;
import io.commerceroutes.domain.product.ProductQuery;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Lists of all products, or of a brand's: totals as they are kept, pages from the index in their order. */
class ProductLists {
    static final String ALL = "TRUE";
    static final String TOTAL = "SELECT product_count FROM catalogue_revision";
    static final String TOTAL_OF_BRAND = "SELECT product_count FROM brand WHERE id = ?";
    /** Up to here a page comes together with the total; beyond, the total comes first and tells which end is sooner. */
    private static final int SHALLOW_OFFSET_MAX = 1_000;

    private final JdbcOperations jdbc;

    ProductLists(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    ProductListing list(ProductQuery query) {
        return CatalogueWalk.offset(query) <= SHALLOW_OFFSET_MAX ? shallow(query) : deep(query);
    }

    private ProductListing shallow(ProductQuery query) {
        long[] total = {0};
        List<ProductCard> cards = new ArrayList<>(query.size());
        QueryBatch batch = new QueryBatch();
        selectTotal(batch, query, total);
        selectCards(batch, query, CatalogueWalk.forward(query, ALL, List.of()), cards);
        batch.execute(jdbc);
        return new ProductListing(cards, total[0]);
    }

    private ProductListing deep(ProductQuery query) {
        long[] total = {0};
        List<ProductCard> cards = new ArrayList<>(query.size());
        QueryBatch totals = new QueryBatch();
        selectTotal(totals, query, total);
        totals.execute(jdbc);
        if (CatalogueWalk.offset(query) < total[0]) {
            QueryBatch page = new QueryBatch();
            selectCards(page, query, CatalogueWalk.sooner(query, ALL, List.of(), total[0]), cards);
            page.execute(jdbc);
        }
        return new ProductListing(cards, total[0]);
    }

    private static void selectTotal(QueryBatch batch, ProductQuery query, long[] total) {
        query.brandId()
                .ifPresentOrElse(
                        brandId -> batch.select(
                                TOTAL_OF_BRAND, List.of(brandId), row -> total[0] = row.getLong("product_count")),
                        () -> batch.select(TOTAL, List.of(), row -> total[0] = row.getLong("product_count")));
    }

    private static void selectCards(QueryBatch batch, ProductQuery query, CatalogueWalk page, List<ProductCard> cards) {
        batch.select(
                CardQuery.of(page.sql(), CardOrder.of(query.sort())),
                page.bound(),
                row -> cards.add(CardQuery.card(row)));
    }
}
