package io.commerceroutes.domain.ranking;

import io.commerceroutes.domain.metrics.ProductCounts;
import java.math.BigDecimal;

/** A product's place in a ranking; ranks run from 1 without gaps. */
public record RankedProduct(int rank, long productId, String name, BigDecimal score, ProductCounts counts) {}
