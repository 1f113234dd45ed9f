package io.commerceroutes.routes.order;

/** Counts the orders that were refused. */
@FunctionalInterface
public interface RefusedOrders {
    /** @param code what the customer was told, such as {@code OUT_OF_STOCK} */
    void count(String code);
}
