package io.commerceroutes.domain.product;

import java.util.Optional;

/** The products on sale, as those who sell them change them. */
public interface Catalogue {
    long count();

    /** Adds a brand and answers its id. Part of the caller's transaction. */
    long addBrand(String name);

    /**
     * Adds the product with its first stock movement and its ProductChanged event. Part of the caller's transaction.
     *
     * @return the product, or empty if there is no such brand
     */
    Optional<Product> add(NewProduct product);

    /**
     * Changes name, price and brand, with a ProductChanged event if one of them is another than before. Part of the
     * caller's transaction.
     */
    ChangeOutcome change(ChangeProduct command);
}
