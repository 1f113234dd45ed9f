package io.commerceroutes.domain.order;

import java.util.List;

/** Reads and writes what placing orders touches, each in as few round trips as it can. Part of the caller's transaction. */
public interface PlacementStore {
    /** Locks, in this order, the coupons, the point accounts and the products (each by id) that the wishes name. */
    LockedState lock(List<PlaceOrder> commands);

    /**
     * Writes the orders that stand, with payment, stock, points, coupon, their ledgers and their events.
     *
     * @throws IllegalStateException if a row was not as it was decided on, so that nothing must be committed
     */
    PlacementDecision write(PlacementDecision decision);
}
