package io.commerceroutes.domain.order;

import io.commerceroutes.domain.money.Money;

/** What an order costs and who pays it: total = discount + points used + payable (by card). */
public record Amounts(Money total, Money discount, Money pointsUsed, Money payable) {
    /** @throws IllegalArgumentException if the parts do not add up to the total */
    public Amounts {
        if (!total.equals(discount.plus(pointsUsed).plus(payable))) {
            throw new IllegalArgumentException("Discount, points and payable do not add up to the total");
        }
    }
}
