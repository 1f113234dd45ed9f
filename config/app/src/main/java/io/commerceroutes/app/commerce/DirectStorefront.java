package io.commerceroutes.app.commerce;

import static java.util.stream.Collectors.toMap;

import io.commerceroutes.domain.product.CatalogueReads;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductListing;
import io.commerceroutes.domain.product.ProductNumbers;
import io.commerceroutes.domain.product.ProductPage;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.Storefront;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The storefront straight from the database. */
class DirectStorefront implements Storefront {
    private final CatalogueReads reads;

    DirectStorefront(CatalogueReads reads) {
        this.reads = reads;
    }

    @Override
    public Optional<Product> find(long productId) {
        return reads.card(productId)
                .flatMap(card ->
                        reads.numbers(List.of(productId)).stream().findFirst().map(card::with));
    }

    @Override
    public ProductPage list(ProductQuery query) {
        ProductListing listing = reads.list(query);
        List<Long> ids = listing.cards().stream().map(ProductCard::productId).toList();
        Map<Long, ProductNumbers> numbers =
                reads.numbers(ids).stream().collect(toMap(ProductNumbers::productId, found -> found));
        return new ProductPage(
                listing.cards().stream()
                        .map(card -> card.with(numbers.get(card.productId())))
                        .toList(),
                listing.totalCount());
    }
}
