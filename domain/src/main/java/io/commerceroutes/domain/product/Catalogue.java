package io.commerceroutes.domain.product;

import java.util.List;
import java.util.Optional;

/** The products on sale. */
public interface Catalogue {
    Optional<Product> find(long productId);

    /** Newest first; pages count from 0. */
    List<Product> list(int page, int size);

    long count();

    /** Adds a brand and answers its id. Part of the caller's transaction. */
    long addBrand(String name);

    /**
     * Adds the product with its first stock movement and its ProductChanged event. Part of the caller's transaction.
     *
     * @return the product, or empty if there is no such brand
     */
    Optional<Product> add(NewProduct product);
}
