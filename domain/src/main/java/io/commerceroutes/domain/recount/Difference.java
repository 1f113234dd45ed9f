package io.commerceroutes.domain.recount;

import io.commerceroutes.domain.metrics.ProductCounts;
import java.time.LocalDate;

/** One product's counts of one day that are not what its events add up to. */
public record Difference(LocalDate day, long productId, ProductCounts stored, ProductCounts recounted) {}
