package io.commerceroutes.domain.product;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;

/** What of a product only an administrator changes. {@code changedAt} names this state of it: a later one differs. */
public record ProductCard(long productId, Instant changedAt, String name, Money price, long brandId, String brandName) {
    /** The product with its numbers of the moment. */
    public Product with(ProductNumbers numbers) {
        return new Product(productId, name, price, numbers.stock(), numbers.likes(), brandId, brandName);
    }
}
