package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.product.AdjustmentOutcome;
import io.commerceroutes.domain.product.ProductState;
import io.commerceroutes.domain.product.Stock;
import io.commerceroutes.domain.product.StockAdjustment;
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

    @Override
    public AdjustmentOutcome adjust(StockAdjustment adjustment) {
        shop.journal().enter("adjust stock: " + adjustment.reason());
        ProductState product = shop.state().products().get(adjustment.productId());
        if (product == null) {
            return new AdjustmentOutcome.UnknownProduct();
        }
        long units = product.stock().units() + adjustment.delta();
        if (units < 0) {
            return new AdjustmentOutcome.OutOfStock(product.stock());
        }
        if (units > Stock.UNITS_MAX) {
            return new AdjustmentOutcome.TooMuch(product.stock());
        }
        Stock stock = new Stock(units);
        shop.state()
                .products()
                .put(
                        product.productId(),
                        new ProductState(product.productId(), product.name(), product.price(), stock));
        return new AdjustmentOutcome.Adjusted(stock);
    }

    private static ProductState more(ProductState product, int units) {
        return new ProductState(
                product.productId(),
                product.name(),
                product.price(),
                new Stock(product.stock().units() + units));
    }
}
