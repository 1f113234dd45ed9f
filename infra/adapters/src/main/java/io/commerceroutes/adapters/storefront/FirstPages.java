package io.commerceroutes.adapters.storefront;

import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;

/**
 * Which pages are kept in Redis: those of all products, which most ask for. A brand's take one look at the database,
 * where with Redis it would be three; words have no bound; an order by likes changes without the catalogue's revision.
 */
record FirstPages(int positionsMax) {
    boolean include(ProductQuery query) {
        return query.name().isEmpty()
                && query.brandId().isEmpty()
                && query.sort() != ProductSort.LIKES_DESC
                && (query.page() + 1L) * query.size() <= positionsMax;
    }
}
