package io.commerceroutes.domain.product;

import io.commerceroutes.domain.money.Money;

/** A product as customers see it. */
public record Product(
        long productId, String name, Money price, long stock, long likes, long brandId, String brandName) {}
