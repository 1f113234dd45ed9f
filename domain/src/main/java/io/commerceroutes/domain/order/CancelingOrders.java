package io.commerceroutes.domain.order;

import java.util.Optional;

/** Decides on a cancel under the order's lock, so that what an order holds is given back once. */
public final class CancelingOrders {
    private final Orders orders;

    public CancelingOrders(Orders orders) {
        this.orders = orders;
    }

    /** What is to be given back; empty if there is no such order or it is canceled already. */
    public Optional<Cancellation> decide(CancelOrder command) {
        return orders.lock(command.orderId())
                .filter(order -> order.status() != OrderStatus.CANCELED)
                .map(order -> order.cancel(command.reason(), command.at()));
    }
}
