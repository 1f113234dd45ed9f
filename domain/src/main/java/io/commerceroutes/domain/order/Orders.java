package io.commerceroutes.domain.order;

import java.util.Optional;

/** Reads orders, and cancels them. */
public interface Orders {
    /** The order, if it is this customer's. */
    Optional<Order> findOwn(String orderId, long userId);

    /** Locks the order and its payment until the transaction ends. */
    Optional<Order> lock(String orderId);

    /** Writes the canceled order, its payment, history and events, and erases its card. Part of the caller's transaction. */
    void cancel(Cancellation cancellation);
}
