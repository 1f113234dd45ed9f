package io.commerceroutes.domain.product;

import java.util.Optional;

/** The products as customers see them: cards as they are, and numbers, that is stock and likes, up to a second old. */
public interface Storefront {
    Optional<Product> find(long productId);

    ProductPage list(ProductQuery query);

    /** The product was changed: what is shown from now on by this instance is not from before. */
    void forget(long productId);
}
