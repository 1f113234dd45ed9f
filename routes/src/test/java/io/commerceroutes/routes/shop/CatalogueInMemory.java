package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.product.Catalogue;
import io.commerceroutes.domain.product.ChangeOutcome;
import io.commerceroutes.domain.product.ChangeProduct;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Product;
import java.util.Optional;

class CatalogueInMemory implements Catalogue {
    private static final long KNOWN_BRAND = 5;

    private final Shop shop;

    CatalogueInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public long count() {
        return shop.state().catalogue().size();
    }

    @Override
    public long addBrand(String name) {
        throw new UnsupportedOperationException("No flow adds brands");
    }

    @Override
    public Optional<Product> add(NewProduct wanted) {
        Optional<Product> added = Optional.of(wanted)
                .filter(product -> product.brandId() == KNOWN_BRAND)
                .map(product -> new Product(
                        100 + count(),
                        product.name(),
                        product.price(),
                        product.stock().units(),
                        0,
                        KNOWN_BRAND,
                        "Leaf"));
        added.ifPresent(shop::add);
        shop.journal().enter("add product");
        return added;
    }

    @Override
    public ChangeOutcome change(ChangeProduct command) {
        shop.journal().enter("change product");
        Product before = shop.state().catalogue().get(command.productId());
        if (before == null) {
            return new ChangeOutcome.UnknownProduct();
        }
        if (command.brandId() != KNOWN_BRAND) {
            return new ChangeOutcome.UnknownBrand();
        }
        Product after = new Product(
                before.productId(),
                command.name(),
                command.price(),
                before.stock(),
                before.likes(),
                KNOWN_BRAND,
                "Leaf");
        shop.add(after);
        return new ChangeOutcome.Changed(after);
    }
}
