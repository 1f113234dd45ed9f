package io.commerceroutes.domain.coupon;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/** One customer's coupon with the terms it was issued under, read under its lock. Valid from, inclusive, to, exclusive. */
public record IssuedCoupon(
        long issuedCouponId,
        long userId,
        boolean used,
        Discount discount,
        Money minOrderAmount,
        Instant validFrom,
        Instant validTo) {

    /** Why this coupon cannot be used on an order of {@code total} at {@code at}; empty if it can. */
    public Optional<String> unusableReason(Money total, Instant at) {
        if (used) {
            return Optional.of("The coupon has been used already.");
        }
        if (at.isBefore(validFrom) || !at.isBefore(validTo)) {
            return Optional.of("The coupon is not valid at this time.");
        }
        if (total.compareTo(minOrderAmount) < 0) {
            return Optional.of("The order is below the coupon's minimum of %d won.".formatted(minOrderAmount.won()));
        }
        return Optional.empty();
    }

    public IssuedCoupon use() {
        return new IssuedCoupon(issuedCouponId, userId, true, discount, minOrderAmount, validFrom, validTo);
    }
}
