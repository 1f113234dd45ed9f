package io.commerceroutes.domain.coupon;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A coupon to be offered: its discount, the order it needs, when it is valid (from inclusive, to exclusive) and how
 * many are handed out at most.
 */
public record NewCoupon(
        String name,
        Discount discount,
        Money minOrderAmount,
        Instant validFrom,
        Instant validTo,
        Optional<Long> totalQuantity) {

    /** @throws IllegalArgumentException if the validity is empty, or none are handed out */
    public NewCoupon {
        if (!validFrom.isBefore(validTo)) {
            throw new IllegalArgumentException(
                    "A coupon is valid for some time: from %s to %s".formatted(validFrom, validTo));
        }
        if (totalQuantity.filter(total -> total < 1).isPresent()) {
            throw new IllegalArgumentException("A coupon is handed out at least once: " + totalQuantity.get());
        }
    }
}
