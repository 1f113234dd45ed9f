package io.commerceroutes.adapters.product;

import io.commerceroutes.domain.product.ProductSort;

/**
 * How a sort is written over products named {@code p}, and the indexes that are in that order. The index is named in the
 * query, since the optimiser sorts all products when it guesses wrong.
 */
enum CardOrder {
    LATEST("0", "p.id DESC", "latest"),
    PRICE_ASC("p.price", "p.price, p.id DESC", "price"),
    PRICE_DESC("-p.price", "p.price DESC, p.id DESC", "price_desc"),
    LIKES_DESC("-p.likes", "p.likes DESC, p.id DESC", "likes");

    private final String key;
    private final String order;
    private final String index;

    CardOrder(String key, String order, String index) {
        this.key = key;
        this.order = order;
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

    String order() {
        return order;
    }

    String index(boolean ofBrand) {
        return (ofBrand ? "ix_product_brand_" : "ix_product_") + index;
    }

    /**
     * The ids of all products, or of a brand's, in this order, each with {@linkplain ChangedProduct#key what it is sorted
     * by}; with a mark for the brand.
     */
    String ids(boolean ofBrand) {
        return "SELECT p.id, %s AS sort_key FROM product p FORCE INDEX (%s)%s ORDER BY %s"
                .formatted(key, index(ofBrand), ofBrand ? " WHERE p.brand_id = ?" : "", order);
    }
}
