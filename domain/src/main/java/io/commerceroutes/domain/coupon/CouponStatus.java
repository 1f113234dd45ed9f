package io.commerceroutes.domain.coupon;

/** Where a customer's coupon stands. A used one stays USED; when its order is canceled it is what it would be unused. */
public enum CouponStatus {
    ISSUED,
    USED,
    EXPIRED
}
