package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.product.Catalogue;
import io.commerceroutes.domain.product.NewProduct;
import io.commerceroutes.domain.product.Product;
import java.util.List;
import java.util.Optional;

class CatalogueInMemory implements Catalogue {
    private static final long KNOWN_BRAND = 5;

    private final Shop shop;

    CatalogueInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Optional<Product> find(long productId) {
        shop.journal().enter("find product");
        return Optional.ofNullable(shop.state().catalogue().get(productId));
    }

    @Override
    public List<Product> list(int page, int size) {
        return shop.state().catalogue().values().stream()
                .skip((long) page * size)
                .limit(size)
                .toList();
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
}
