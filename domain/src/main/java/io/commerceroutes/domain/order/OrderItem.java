package io.commerceroutes.domain.order;

import io.commerceroutes.domain.money.Money;

/** One product of an order, with name and unit price as they were when it was placed. */
public record OrderItem(long productId, String name, int quantity, Money price) {
    public Money amount() {
        return price.times(quantity);
    }
}
