package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductPage;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.commerceroutes.domain.product.SearchText;
import io.commerceroutes.domain.product.Storefront;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

class StorefrontInMemory implements Storefront {
    private final Shop shop;

    StorefrontInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Optional<Product> find(long productId) {
        shop.journal().enter("find product");
        return Optional.ofNullable(shop.state().catalogue().get(productId));
    }

    @Override
    public ProductPage list(ProductQuery query) {
        shop.journal().enter("list products");
        List<Product> found = shop.state().catalogue().values().stream()
                .filter(product -> query.brandId().stream().allMatch(brandId -> product.brandId() == brandId))
                .filter(product -> query.name().stream()
                        .allMatch(SearchText.of(product.name()).text()::contains))
                .sorted(order(query.sort()).thenComparing(Product::productId, Comparator.reverseOrder()))
                .toList();
        return new ProductPage(
                found.stream()
                        .skip((long) query.page() * query.size())
                        .limit(query.size())
                        .toList(),
                found.size());
    }

    @Override
    public void forget(long productId) {
        shop.journal().enter("forget product " + productId);
    }

    private static Comparator<Product> order(ProductSort sort) {
        return switch (sort) {
            case LATEST -> (a, b) -> 0;
            case PRICE_ASC -> Comparator.comparing(StorefrontInMemory::won);
            case PRICE_DESC -> Comparator.comparing(StorefrontInMemory::won).reversed();
            case LIKES_DESC -> Comparator.comparing(Product::likes).reversed();
        };
    }

    private static long won(Product product) {
        return product.price().won();
    }
}
