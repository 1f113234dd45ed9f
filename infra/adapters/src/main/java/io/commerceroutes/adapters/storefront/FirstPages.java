package io.commerceroutes.adapters.storefront;

import io.commerceroutes.domain.product.ProductListing;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;

/**
 * Which pages are kept in Redis: those that many ask for, and only as many as there are brands. What customers search
 * for in words has no such bound, and an order by likes changes without the catalogue's revision.
 */
record FirstPages(int positionsMax) {
    boolean mayHold(ProductQuery query) {
        return query.name().isEmpty()
                && query.sort() != ProductSort.LIKES_DESC
                && (query.page() + 1L) * query.size() <= positionsMax;
    }

    /** Brands that do not exist would be without number. */
    boolean areWorth(ProductListing listing) {
        return !listing.cards().isEmpty();
    }
}
