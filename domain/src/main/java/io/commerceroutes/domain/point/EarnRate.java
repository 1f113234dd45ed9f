package io.commerceroutes.domain.point;

import io.commerceroutes.domain.order.Order;

/** The share of the card money paid, from 0 to 100 percent, that comes back to the customer as points. */
public record EarnRate(int percent) {
    /** @throws IllegalArgumentException if {@code percent} is not from 0 to 100 */
    public EarnRate {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("Customers earn from 0 to 100 percent: " + percent);
        }
    }

    /** What the order, which was just paid, earns: rounded down to a whole won, nothing for what points paid. */
    public PointEarning earnedBy(Order paid) {
        return new PointEarning(
                paid.orderId(),
                paid.userId(),
                paid.amounts().payable().percent(percent),
                paid.paidAt().orElseThrow());
    }
}
