package io.commerceroutes.routes.coupon;

import io.commerceroutes.domain.coupon.CouponStatus;
import io.commerceroutes.domain.coupon.HeldCoupon;
import java.time.Instant;

/** A coupon as its customer reads it. */
record HeldCouponJson(
        long issuedCouponId,
        long couponId,
        String name,
        CouponStatus status,
        OfferCouponBody.Kind type,
        long value,
        Long maxDiscount,
        long minOrderAmount,
        Instant validFrom,
        Instant validTo,
        Instant issuedAt,
        String orderId) {
    static HeldCouponJson of(HeldCoupon coupon, Instant now) {
        DiscountJson discount = DiscountJson.of(coupon.discount());
        return new HeldCouponJson(
                coupon.issuedCouponId(),
                coupon.couponId(),
                coupon.name(),
                coupon.status(now),
                discount.type(),
                discount.value(),
                discount.maxDiscount(),
                coupon.minOrderAmount().won(),
                coupon.validFrom(),
                coupon.validTo(),
                coupon.issuedAt(),
                coupon.orderId().orElse(null));
    }
}
