package io.commerceroutes.domain.product;

import java.util.OptionalLong;

/** Who likes what, and how many like each product. Both change together, with an event. */
public interface Likes {
    /**
     * Part of the caller's transaction.
     *
     * @return whether that changed anything; if not, the customer liked it already or there is no such product
     */
    boolean like(Like like);

    /**
     * Part of the caller's transaction.
     *
     * @return whether that changed anything
     */
    boolean unlike(Like like);

    /** How many customers like the product; empty if there is no such product. */
    OptionalLong count(long productId);
}
