package io.commerceroutes.adapters.order;

import io.commerceroutes.adapters.event.EventRows;
import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.event.OrderEvent;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.Orders;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.annotation.Transactional;

/** Orders by JPA; a cancel is one round trip of SQL. */
public class JpaOrders implements Orders {
    private final OrderRepository orders;
    private final JdbcOperations jdbc;
    private final EventRows eventRows;

    JpaOrders(OrderRepository orders, JdbcOperations jdbc, EventRows eventRows) {
        this.orders = orders;
        this.jdbc = jdbc;
        this.eventRows = eventRows;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Order> findOwn(String orderId, long userId) {
        return orders.findByIdAndUserId(orderId, userId).map(OrderEntity::order);
    }

    @Override
    public Optional<Order> lock(String orderId) {
        return orders.findLockedById(orderId).map(OrderEntity::order);
    }

    @Override
    public void cancel(Cancellation cancellation) {
        Order order = cancellation.order();
        StatementBatch batch = new StatementBatch()
                .update(
                        1,
                        "UPDATE orders SET status = ?, cancel_reason = ?, canceled_at = ? WHERE id = ? AND status <> ?",
                        order.status().name(),
                        order.cancelReason().map(CancelReason::name).orElse(null),
                        Utc.of(cancellation.at()),
                        order.orderId(),
                        order.status().name())
                .update(
                        1,
                        "UPDATE payment SET status = ?, updated_at = ? WHERE order_id = ?",
                        order.payment().status().name(),
                        Utc.of(cancellation.at()),
                        order.orderId());
        eventRows.append(batch, OrderEvent.ofCanceling(cancellation));
        batch.execute(jdbc);
    }
}
