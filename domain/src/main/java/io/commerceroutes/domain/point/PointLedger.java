package io.commerceroutes.domain.point;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Cancellation;
import java.util.List;
import java.util.Optional;

/** Customers' points and the movements that balances are the sums of. */
public interface PointLedger {
    /** The user's balance; empty if there is no such user. */
    Optional<Money> balance(long userId);

    /** Adds bought points and answers the new balance; empty if there is no such user. Part of the caller's transaction. */
    Optional<Money> charge(PointCharge charge);

    /** Gives back the points that the canceled order used. Part of the caller's transaction; a second time cannot be written. */
    void refund(Cancellation cancellation);

    /** Adds earned points, if there are any. Part of the caller's transaction; a second time cannot be written. */
    void earn(PointEarning earning);

    /**
     * Takes back what the canceled order had earned, as the ledger tells, down to a balance of 0, and records the
     * rest. To be called after {@link #refund}, so that what the order gives back counts as balance. Part of the
     * caller's transaction; a second time cannot be written.
     */
    void revoke(Cancellation cancellation);

    /** Newest first. */
    List<PointMovement> history(long userId, int offset, int limit);

    long countHistory(long userId);
}
