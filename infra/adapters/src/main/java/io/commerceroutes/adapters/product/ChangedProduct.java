package io.commerceroutes.adapters.product;

import io.commerceroutes.domain.product.ProductSort;

/** A product as it was added or changed of late. */
record ChangedProduct(long productId, long brandId, long price, long likes, String searchName) {
    /** What it is sorted by: the lowest comes first, and of equals the newest. */
    long key(ProductSort sort) {
        return switch (sort) {
            case LATEST -> 0;
            case PRICE_ASC -> price;
            case PRICE_DESC -> -price;
            case LIKES_DESC -> -likes;
        };
    }
}
