package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.Orders;
import java.util.Optional;

class OrdersInMemory implements Orders {
    private final Shop shop;

    OrdersInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Optional<Order> findOwn(String orderId, long userId) {
        return Optional.ofNullable(shop.orders().get(orderId)).filter(order -> order.userId() == userId);
    }

    @Override
    public Optional<Order> lock(String orderId) {
        shop.journal().enter("lock order");
        return Optional.ofNullable(shop.orders().get(orderId));
    }

    @Override
    public void cancel(Cancellation cancellation) {
        shop.orders().put(cancellation.order().orderId(), cancellation.order());
        shop.journal().enter("cancel");
    }
}
