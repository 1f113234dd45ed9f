package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.coupon.CouponBook;
import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.coupon.NewCoupon;
import io.commerceroutes.domain.order.Cancellation;
import java.time.Instant;

class CouponsInMemory implements CouponBook {
    private final Shop shop;

    CouponsInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public long offer(NewCoupon coupon) {
        throw new UnsupportedOperationException("No flow offers coupons");
    }

    @Override
    public long issue(long couponId, long userId, Instant at) {
        throw new UnsupportedOperationException("No flow issues coupons");
    }

    @Override
    public void restore(Cancellation cancellation) {
        cancellation
                .order()
                .issuedCouponId()
                .ifPresent(id -> shop.coupons().computeIfPresent(id, (key, coupon) -> unused(coupon)));
        shop.journal().enter("restore coupon");
    }

    private static IssuedCoupon unused(IssuedCoupon coupon) {
        return new IssuedCoupon(
                coupon.issuedCouponId(),
                coupon.userId(),
                false,
                coupon.discount(),
                coupon.minOrderAmount(),
                coupon.validFrom(),
                coupon.validTo());
    }
}
