package io.commerceroutes.domain.product;

import io.commerceroutes.domain.money.Money;

/** What placing an order must know of a product, read under its lock. */
public record ProductState(long productId, String name, Money price, Stock stock) {
    public ProductState take(long units) {
        return new ProductState(productId, name, price, stock.take(units));
    }
}
