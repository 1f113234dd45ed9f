package io.commerceroutes.domain.product;

import java.util.List;

/** One page of cards, in the order asked for, and how many products the query finds in all. */
public record ProductListing(List<ProductCard> cards, long totalCount) {
    public ProductListing {
        cards = List.copyOf(cards);
    }
}
