package io.commerceroutes.domain.product;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;

/** A product is to have this name, price and brand from now on. */
public record ChangeProduct(long productId, String name, Money price, long brandId, Instant at) {
    /** Whether the product is like that already. */
    public boolean changesNothingOf(Product product) {
        return product.name().equals(name) && product.price().equals(price) && product.brandId() == brandId;
    }
}
