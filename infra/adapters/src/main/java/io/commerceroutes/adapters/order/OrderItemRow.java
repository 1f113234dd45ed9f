package io.commerceroutes.adapters.order;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.OrderItem;
import jakarta.persistence.Embeddable;

@Embeddable
class OrderItemRow {
    private long productId;
    private String name;
    private long price;
    private int quantity;

    OrderItem item() {
        return new OrderItem(productId, name, quantity, Money.of(price));
    }
}
