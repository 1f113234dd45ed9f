package io.commerceroutes.domain.coupon;

import io.commerceroutes.domain.order.Cancellation;
import java.util.List;
import java.util.Optional;

/** The coupons on offer, the ones issued to customers, and their uses. All that is written is part of the caller's transaction. */
public interface CouponBook {
    /** Offers a coupon and answers its id. */
    long offer(NewCoupon coupon);

    Optional<OfferedCoupon> find(long couponId);

    /**
     * Issues the coupon to a customer, under its terms as they are now. After any other outcome than {@link
     * IssueOutcome.Issued} the caller's transaction is to be rolled back.
     */
    IssueOutcome issue(IssueCoupon wish);

    /** A customer's coupons, the newest first. */
    List<HeldCoupon> held(long userId, int offset, int limit);

    long countHeld(long userId);

    /** Makes the canceled order's coupon usable again, if it used one. */
    void restore(Cancellation cancellation);
}
