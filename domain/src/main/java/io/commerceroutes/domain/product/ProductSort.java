package io.commerceroutes.domain.product;

/** The orders in which products are listed; equals are listed newest first. */
public enum ProductSort {
    LATEST,
    PRICE_ASC,
    PRICE_DESC,
    LIKES_DESC
}
