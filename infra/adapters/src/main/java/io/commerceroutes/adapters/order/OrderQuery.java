package io.commerceroutes.adapters.order;

import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.adapters.sql.QueryBatch.RowReader;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Amounts;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderItem;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads one order with its payment and items by SQL, so that flows which write by SQL see what they wrote: what a
 * persistence context remembers would be stale.
 */
public final class OrderQuery {
    /** The join is read, and so locked, in the order in which it is written: order, then payment. */
    private static final String ORDER = """
            SELECT o.id, o.user_id, o.status, o.cancel_reason, o.total_amount, o.discount_amount, o.points_used,
                   o.payable_amount, o.issued_coupon_id, o.created_at, o.paid_at, p.method,
                   p.status AS payment_status, p.card_type, p.card_last4, p.lease_until, p.checks, p.due_at
            FROM orders o STRAIGHT_JOIN payment p ON p.order_id = o.id
            WHERE o.id IN (:ids)""";

    private static final String ITEMS =
            "SELECT product_id, name, price, quantity FROM order_item WHERE order_id IN (:ids) ORDER BY line";

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
     * @param alsoRead reads columns {@code lease_until, checks, due_at} of the payment
     */
    public void append(QueryBatch batch, String orderId, Lock lock, RowReader alsoRead) {
        batch.query(ORDER + lock.clause, List.of(orderId), row -> {
            order = order(row);
            alsoRead.read(row);
        });
        // After the lock, which may have waited for the transaction that places the order.
        batch.query(ITEMS, List.of(orderId), row -> items.add(item(row)));
    }

    /** Empty if there is no such order. */
    public Optional<Order> order() {
        return Optional.ofNullable(order);
    }

    private Order order(ResultSet row) throws SQLException {
        String cancelReason = row.getString("cancel_reason");
        long issuedCouponId = row.getLong("issued_coupon_id");
        boolean withoutCoupon = row.wasNull();
        return new Order(
                row.getString("id"),
                row.getLong("user_id"),
                OrderStatus.valueOf(row.getString("status")),
                Optional.ofNullable(cancelReason).map(CancelReason::valueOf),
                Collections.unmodifiableList(items),
                amounts(row),
                withoutCoupon ? Optional.empty() : Optional.of(issuedCouponId),
                payment(row),
                Utc.instant(row, "created_at"),
                Utc.optional(row, "paid_at"));
    }

    private static Amounts amounts(ResultSet row) throws SQLException {
        return new Amounts(
                Money.of(row.getLong("total_amount")),
                Money.of(row.getLong("discount_amount")),
                Money.of(row.getLong("points_used")),
                Money.of(row.getLong("payable_amount")));
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                PaymentMethod.valueOf(row.getString("method")),
                PaymentStatus.valueOf(row.getString("payment_status")),
                row.getString("card_type"),
                row.getString("card_last4"));
    }

    private static OrderItem item(ResultSet row) throws SQLException {
        return new OrderItem(
                row.getLong("product_id"),
                row.getString("name"),
                row.getInt("quantity"),
                Money.of(row.getLong("price")));
    }
}
