package io.commerceroutes.domain.product;

import io.commerceroutes.domain.order.Cancellation;

/** Stock and the movements it is the sum of. */
public interface StockLedger {
    /** Puts the canceled order's units back. Part of the caller's transaction; a second time cannot be written. */
    void restore(Cancellation cancellation);

    /** Adds the adjustment's units, or takes them, unless stock would leave its bounds. Part of the caller's transaction. */
    AdjustmentOutcome adjust(StockAdjustment adjustment);
}
