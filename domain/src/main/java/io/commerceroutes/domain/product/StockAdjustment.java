package io.commerceroutes.domain.product;

import java.time.Instant;

/**
 * Units that came in or went out other than by orders, and why.
 *
 * @param adjustmentId names its movement in the ledger
 * @param delta not 0; negative for units that went out
 */
public record StockAdjustment(String adjustmentId, long productId, long delta, String reason, Instant at) {}
