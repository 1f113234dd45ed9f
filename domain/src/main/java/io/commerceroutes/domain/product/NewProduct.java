package io.commerceroutes.domain.product;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;

/** A product to be added to the catalogue, with the stock it starts with. */
public record NewProduct(String name, Money price, long brandId, Stock stock, Instant at) {}
