package io.commerceroutes.routes.product;

import io.commerceroutes.domain.product.Product;

/** A product as it is answered; the price in won. */
record ProductJson(long productId, String name, long price, long stock, long likes, Brand brand) {
    record Brand(long brandId, String name) {}

    static ProductJson of(Product product) {
        return new ProductJson(
                product.productId(),
                product.name(),
                product.price().won(),
                product.stock(),
                product.likes(),
                new Brand(product.brandId(), product.brandName()));
    }
}
