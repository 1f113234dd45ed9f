package io.commerceroutes.adapters.order;

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
import java.util.List;
import java.util.Optional;

/** Orders with their payments, and their items, as the database keeps them. */
final class OrderRow {
    /** The join is read, and so locked, in the order in which it is written: order, then payment. */
    static final String ORDERS = """
            SELECT o.id, o.user_id, o.status, o.cancel_reason, o.total_amount, o.discount_amount, o.points_used,
                   o.payable_amount, o.issued_coupon_id, o.created_at, o.paid_at, p.method,
                   p.status AS payment_status, p.card_type, p.card_last4, p.lease_until, p.checks, p.due_at,
                   p.calls_received, p.calls_followed_up
            FROM orders o STRAIGHT_JOIN payment p ON p.order_id = o.id
            WHERE o.id IN (:ids)""";

    static final String ITEMS = "SELECT order_id, product_id, name, price, quantity FROM order_item"
            + " WHERE order_id IN (:ids) ORDER BY order_id, line";

    private OrderRow() {}

    static Order read(ResultSet row, List<OrderItem> items) throws SQLException {
        String cancelReason = row.getString("cancel_reason");
        long issuedCouponId = row.getLong("issued_coupon_id");
        boolean withoutCoupon = row.wasNull();
        return new Order(
                row.getString("id"),
                row.getLong("user_id"),
                OrderStatus.valueOf(row.getString("status")),
                Optional.ofNullable(cancelReason).map(CancelReason::valueOf),
                items,
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

    static OrderItem item(ResultSet row) throws SQLException {
        return new OrderItem(
                row.getLong("product_id"),
                row.getString("name"),
                row.getInt("quantity"),
                Money.of(row.getLong("price")));
    }
}
