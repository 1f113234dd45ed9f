package io.commerceroutes.domain.product;

import java.util.Optional;

/**
 * Which products to list.
 *
 * @param name a part of the name, in any case
 * @param page counts from 0
 */
public record ProductQuery(Optional<Long> brandId, Optional<String> name, ProductSort sort, int page, int size) {}
