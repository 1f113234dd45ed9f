package io.commerceroutes.domain.metrics;

import java.time.LocalDate;

/** The counts, or a change of counts, of one product on one business day. */
public record DayCount(LocalDate day, long productId, ProductCounts counts) {}
