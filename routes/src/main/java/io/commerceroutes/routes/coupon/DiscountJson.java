package io.commerceroutes.routes.coupon;

import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.money.Money;

/** A discount in the fields that coupons tell it with. */
record DiscountJson(OfferCouponBody.Kind type, long value, Long maxDiscount) {
    static DiscountJson of(Discount discount) {
        return switch (discount) {
            case Discount.Fixed fixed ->
                new DiscountJson(OfferCouponBody.Kind.FIXED, fixed.amount().won(), null);
            case Discount.Percent percent ->
                new DiscountJson(
                        OfferCouponBody.Kind.PERCENT,
                        percent.percent(),
                        percent.cap().map(Money::won).orElse(null));
        };
    }
}
