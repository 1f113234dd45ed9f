package io.commerceroutes.domain.coupon;

import io.commerceroutes.domain.order.Cancellation;
import java.time.Instant;

/** The coupons on offer, the ones issued to customers, and their uses. All of it part of the caller's transaction. */
public interface CouponBook {
    /** Offers a coupon and answers its id. */
    long offer(NewCoupon coupon);

    /**
     * Issues the coupon to a customer, under its terms as they are now, and answers the issued coupon's id.
     *
     * @throws IllegalStateException if there is no such coupon or none is left
     */
    long issue(long couponId, long userId, Instant at);

    /** Makes the canceled order's coupon usable again, if it used one. */
    void restore(Cancellation cancellation);
}
