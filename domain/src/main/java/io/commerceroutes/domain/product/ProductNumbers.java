package io.commerceroutes.domain.product;

import java.time.Instant;

/** What of a product changes with every sale and like, and which state of its card is valid at that moment. */
public record ProductNumbers(long productId, Instant changedAt, long stock, long likes) {}
