package io.commerceroutes.domain.point;

import io.commerceroutes.domain.money.Money;

/**
 * What becomes of points that a canceled order had earned.
 *
 * @param revoked what the balance allows to take back
 * @param shortfall what the customer does not have any more
 */
public record PointRevocation(Money revoked, Money shortfall) {
    public static PointRevocation of(Money earned, Money balance) {
        Money revoked = earned.min(balance);
        return new PointRevocation(revoked, earned.minus(revoked));
    }
}
