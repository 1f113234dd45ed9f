package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.product.ProductState;
import io.commerceroutes.domain.product.Stock;
import io.commerceroutes.domain.product.StockLedger;

class StockInMemory implements StockLedger {
    private final Shop shop;

    StockInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public void restore(Cancellation cancellation) {
        cancellation
                .order()
                .items()
                .forEach(item -> shop.state()
                        .products()
                        .computeIfPresent(item.productId(), (id, product) -> more(product, item.quantity())));
        shop.journal().enter("restore stock");
    }

    private static ProductState more(ProductState product, int units) {
        return new ProductState(
                product.productId(),
                product.name(),
                product.price(),
                new Stock(product.stock().units() + units));
    }
}
