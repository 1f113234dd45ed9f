package io.commerceroutes.domain.coupon;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A coupon as its customer sees it, under the terms it was issued under. Valid from, inclusive, to, exclusive.
 *
 * @param orderId the order that uses it
 */
public record HeldCoupon(
        long issuedCouponId,
        long couponId,
        String name,
        Discount discount,
        Money minOrderAmount,
        Instant validFrom,
        Instant validTo,
        Instant issuedAt,
        Optional<String> orderId) {

    public CouponStatus status(Instant at) {
        if (orderId.isPresent()) {
            return CouponStatus.USED;
        }
        return at.isBefore(validTo) ? CouponStatus.ISSUED : CouponStatus.EXPIRED;
    }
}
