package io.commerceroutes.adapters.product;

import io.commerceroutes.domain.product.ProductSort;

/**
 * How a sort is written: its order and the reverse of it, over products named {@code p}, and the indexes that are in
 * that order. The index is named in the query, since the optimiser sorts all products when it guesses wrong.
 */
enum CardOrder {
    LATEST("p.id DESC", "p.id", "latest"),
    PRICE_ASC("p.price, p.id DESC", "p.price DESC, p.id", "price"),
    PRICE_DESC("p.price DESC, p.id DESC", "p.price, p.id", "price_desc"),
    LIKES_DESC("p.likes DESC, p.id DESC", "p.likes, p.id", "likes");

    private final String order;
    private final String reverse;
    private final String index;

    CardOrder(String order, String reverse, String index) {
        this.order = order;
        this.reverse = reverse;
        this.index = index;
    }

    static CardOrder of(ProductSort sort) {
        return switch (sort) {
            case LATEST -> LATEST;
            case PRICE_ASC -> PRICE_ASC;
            case PRICE_DESC -> PRICE_DESC;
            case LIKES_DESC -> LIKES_DESC;
        };
    }

    String forward() {
        return order;
    }

    String backward() {
        return reverse;
    }

    String index() {
        return "ix_product_" + index;
    }

    String indexOfBrand() {
        return "ix_product_brand_" + index;
    }
}
