package io.commerceroutes.domain.product;

import java.time.Instant;

/** A customer likes a product, or does so no longer. */
public record Like(long userId, long productId, Instant at) {}
