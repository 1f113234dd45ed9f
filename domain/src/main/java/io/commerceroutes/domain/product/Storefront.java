package io.commerceroutes.domain.product;

import java.util.Optional;

/** The products as customers see them: cards as they are, and numbers, that is stock and likes, up to a second old. */
public interface Storefront {
    Optional<Product> find(long productId);

    ProductPage list(ProductQuery query);
}
