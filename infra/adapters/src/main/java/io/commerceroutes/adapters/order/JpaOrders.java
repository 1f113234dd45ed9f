package io.commerceroutes.adapters.order;

import io.commerceroutes.adapters.event.EventRows;
import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.event.OrderEvent;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.Orders;
import io.commerceroutes.domain.payment.PaymentMethod;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.annotation.Transactional;

/** Orders by JPA; locking one and canceling it is one round trip of SQL each. */
public class JpaOrders implements Orders {
    private static final String CANCEL_ORDER =
            "UPDATE orders SET status = ?, cancel_reason = ?, canceled_at = ? WHERE id = ? AND status <> ?";
    private static final String CANCEL_PAYMENT =
            "UPDATE payment SET status = ?, due_at = COALESCE(?, due_at), updated_at = ? WHERE order_id = ?";
    private static final String ERASE_CARD = "DELETE FROM card_vault WHERE order_id = ?";

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
        QueryBatch batch = new QueryBatch();
        OrderQuery query = new OrderQuery();
        query.append(batch, orderId, OrderQuery.Lock.FOR_UPDATE, row -> {});
        batch.execute(jdbc);
        return query.order();
    }

    @Override
    public void cancel(Cancellation cancellation) {
        Order order = cancellation.order();
        StatementBatch batch = new StatementBatch()
                .update(
                        1,
                        CANCEL_ORDER,
                        order.status().name(),
                        order.cancelReason().map(CancelReason::name).orElse(null),
                        Utc.of(cancellation.at()),
                        order.orderId(),
                        order.status().name())
                .update(
                        1,
                        CANCEL_PAYMENT,
                        order.payment().status().name(),
                        dueAt(cancellation).map(Utc::of).orElse(null),
                        Utc.of(cancellation.at()),
                        order.orderId());
        if (order.payment().method() == PaymentMethod.CARD) {
            batch.updateAny(ERASE_CARD, order.orderId());
        }
        eventRows.append(batch, OrderEvent.ofCanceling(cancellation));
        batch.execute(jdbc);
    }

    /** What its customer cancels is to be settled at once; any other cancel comes from settling. */
    private static Optional<Instant> dueAt(Cancellation cancellation) {
        Order order = cancellation.order();
        boolean unsettled = order.payment().method() == PaymentMethod.CARD
                && order.cancelReason().equals(Optional.of(CancelReason.CUSTOMER));
        return unsettled ? Optional.of(cancellation.at()) : Optional.empty();
    }
}
