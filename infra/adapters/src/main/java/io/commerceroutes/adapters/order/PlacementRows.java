package io.commerceroutes.adapters.order;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderItem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The rows of orders that were just placed: orders, items, and what they take with its ledger entries. */
final class PlacementRows {
    private static final String ORDERS = "INSERT INTO orders (id, user_id, status, total_amount, discount_amount,"
            + " points_used, payable_amount, issued_coupon_id, created_at, paid_at)";
    private static final String ITEMS = "INSERT INTO order_item (order_id, line, product_id, name, price, quantity)";
    private static final String STOCK_MOVEMENTS =
            "INSERT INTO stock_movement" + " (product_id, source_type, source_id, line, kind, delta, created_at)";
    private static final String POINT_MOVEMENTS =
            "INSERT INTO point_movement (user_id, source_type, source_id, line, kind, delta, created_at)";

    private final List<Object[]> orderRows = new ArrayList<>();
    private final List<Object[]> itemRows = new ArrayList<>();
    private final List<Object[]> stockRows = new ArrayList<>();
    private final List<Object[]> pointRows = new ArrayList<>();
    private final TreeMap<Long, Long> pointsByUser = new TreeMap<>();
    private final TreeMap<Long, Long> unitsByProduct = new TreeMap<>();

    private PlacementRows() {}

    static void append(StatementBatch batch, List<Order> orders) {
        PlacementRows rows = new PlacementRows();
        orders.forEach(rows::collect);
        batch.insert(ORDERS, rows.orderRows).insert(ITEMS, rows.itemRows);
        useCoupons(batch, orders);
        rows.takePoints(batch);
        rows.takeStock(batch);
    }

    private void collect(Order order) {
        orderRows.add(new Object[] {
            order.orderId(),
            order.userId(),
            order.status().name(),
            order.amounts().total().won(),
            order.amounts().discount().won(),
            order.amounts().pointsUsed().won(),
            order.amounts().payable().won(),
            order.issuedCouponId().orElse(null),
            Utc.of(order.createdAt()),
            order.paidAt().map(Utc::of).orElse(null)
        });
        for (int line = 0; line < order.items().size(); line++) {
            collect(order, line, order.items().get(line));
        }
        long points = order.amounts().pointsUsed().won();
        if (points > 0) {
            pointRows.add(
                    new Object[] {order.userId(), "ORDER", order.orderId(), 0, "USE", -points, Utc.of(order.createdAt())
                    });
            pointsByUser.merge(order.userId(), points, Math::addExact);
        }
    }

    private void collect(Order order, int line, OrderItem item) {
        itemRows.add(new Object[] {
            order.orderId(), line, item.productId(), item.name(), item.price().won(), item.quantity()
        });
        stockRows.add(new Object[] {
            item.productId(), "ORDER", order.orderId(), line, "SELL", -(long) item.quantity(), Utc.of(order.createdAt())
        });
        unitsByProduct.merge(item.productId(), (long) item.quantity(), Math::addExact);
    }

    private static void useCoupons(StatementBatch batch, List<Order> orders) {
        for (Order order : orders) {
            order.issuedCouponId()
                    .ifPresent(id -> batch.update(
                            1,
                            "UPDATE issued_coupon SET order_id = ? WHERE id = ? AND order_id IS NULL",
                            order.orderId(),
                            id));
        }
    }

    private void takePoints(StatementBatch batch) {
        pointsByUser.forEach((userId, points) -> batch.update(
                1,
                "UPDATE point_account SET balance = balance - ? WHERE user_id = ? AND balance >= ?",
                points,
                userId,
                points));
        batch.insert(POINT_MOVEMENTS, pointRows);
    }

    private void takeStock(StatementBatch batch) {
        unitsByProduct.forEach((productId, units) -> batch.update(
                1, "UPDATE product SET stock = stock - ? WHERE id = ? AND stock >= ?", units, productId, units));
        batch.insert(STOCK_MOVEMENTS, stockRows);
    }
}
