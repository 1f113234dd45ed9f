package io.commerceroutes.routes.coupon;

import io.commerceroutes.domain.coupon.OfferedCoupon;
import java.time.Instant;

/** A coupon on offer as an administrator reads it. */
record CouponJson(
        long couponId,
        String name,
        OfferCouponBody.Kind type,
        long value,
        Long maxDiscount,
        long minOrderAmount,
        Instant validFrom,
        Instant validTo,
        Long totalQuantity,
        long issuedQuantity) {
    static CouponJson of(OfferedCoupon coupon) {
        DiscountJson discount = DiscountJson.of(coupon.terms().discount());
        return new CouponJson(
                coupon.couponId(),
                coupon.terms().name(),
                discount.type(),
                discount.value(),
                discount.maxDiscount(),
                coupon.terms().minOrderAmount().won(),
                coupon.terms().validFrom(),
                coupon.terms().validTo(),
                coupon.terms().totalQuantity().orElse(null),
                coupon.issuedQuantity());
    }
}
