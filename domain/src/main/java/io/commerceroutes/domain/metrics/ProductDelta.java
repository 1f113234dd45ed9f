package io.commerceroutes.domain.metrics;

/** By how much one event changes the counts of one product. */
public record ProductDelta(long productId, ProductCounts counts) {}
