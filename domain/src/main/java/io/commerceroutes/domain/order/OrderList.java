package io.commerceroutes.domain.order;

import java.util.List;

/** Reads many orders at once. */
public interface OrderList {
    /** The orders that match, the newest first. */
    Page page(OrderFilter filter, int offset, int limit);

    /**
     * Some of the orders that match.
     *
     * @param totalCount of all that match
     */
    record Page(List<Order> orders, long totalCount) {}
}
