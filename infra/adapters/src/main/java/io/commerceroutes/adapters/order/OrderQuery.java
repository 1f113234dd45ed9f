package io.commerceroutes.adapters.order;

import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.adapters.sql.QueryBatch.RowReader;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads one order with its payment and items by SQL, so that flows which write by SQL see what they wrote: what a
 * persistence context remembers would be stale.
 */
public final class OrderQuery {
    private final List<OrderItem> items = new ArrayList<>();
    private Order order;

    /** Whether the rows of order and payment stay locked until the caller's transaction ends. */
    public enum Lock {
        NONE(""),
        FOR_UPDATE(" FOR UPDATE");

        private final String clause;

        Lock(String clause) {
            this.clause = clause;
        }
    }

    /**
     * Appends the queries; the order is there once the batch was executed.
     *
     * @param alsoRead reads columns {@code lease_until, checks, due_at, calls_received, calls_followed_up} of the payment
     */
    public void append(QueryBatch batch, String orderId, Lock lock, RowReader alsoRead) {
        batch.query(OrderRow.ORDERS + lock.clause, List.of(orderId), row -> {
            order = OrderRow.read(row, Collections.unmodifiableList(items));
            alsoRead.read(row);
        });
        // After the lock, which may have waited for the transaction that places the order.
        batch.query(OrderRow.ITEMS, List.of(orderId), row -> items.add(OrderRow.item(row)));
    }

    /** Empty if there is no such order. */
    public Optional<Order> order() {
        return Optional.ofNullable(order);
    }
}
