package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.money.Money;
import java.time.Duration;

/** Coupons that customers hold. */
public final class Coupons {
    private Coupons() {}

    /** Takes {@code won} off any order, today. */
    public static IssuedCoupon fixed(long issuedCouponId, long userId, long won) {
        return new IssuedCoupon(
                issuedCouponId,
                userId,
                false,
                new Discount.Fixed(Money.of(won)),
                Money.ZERO,
                Shop.NOW,
                Shop.NOW.plus(Duration.ofDays(1)));
    }
}
