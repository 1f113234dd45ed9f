package io.commerceroutes.domain.product;

import java.util.List;

/** One page of products, in the order asked for, and how many there are in all. */
public record ProductPage(List<Product> products, long totalCount) {
    public ProductPage {
        products = List.copyOf(products);
    }
}
