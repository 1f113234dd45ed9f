package io.commerceroutes.adapters.order;

import io.commerceroutes.adapters.coupon.IssuedCouponRow;
import io.commerceroutes.adapters.event.EventRows;
import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.event.OrderEvent;
import io.commerceroutes.domain.event.TraceContext;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.LockedState;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.PlaceOrder;
import io.commerceroutes.domain.order.PlacementDecision;
import io.commerceroutes.domain.order.PlacementStore;
import io.commerceroutes.domain.payment.PaymentDeadlines;
import io.commerceroutes.domain.product.ProductState;
import io.commerceroutes.domain.product.Stock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcOperations;

/** Two round trips for any number of orders: one that locks and reads, one that writes. */
public class JdbcPlacementStore implements PlacementStore {
    private static final String LOCK_ACCOUNTS =
            "SELECT user_id, balance FROM point_account WHERE user_id IN (:ids) ORDER BY user_id FOR UPDATE";
    private static final String LOCK_PRODUCTS =
            "SELECT id, name, price, stock FROM product WHERE id IN (:ids) ORDER BY id FOR UPDATE";

    private final JdbcOperations jdbc;
    private final EventRows eventRows;
    private final PaymentDeadlines deadlines;
    private final TraceContext trace;

    public JdbcPlacementStore(
            JdbcOperations jdbc, EventRows eventRows, PaymentDeadlines deadlines, TraceContext trace) {
        this.jdbc = jdbc;
        this.eventRows = eventRows;
        this.deadlines = deadlines;
        this.trace = trace;
    }

    @Override
    public LockedState lock(List<PlaceOrder> commands) {
        TreeSet<Long> coupons = new TreeSet<>();
        TreeSet<Long> users = new TreeSet<>();
        TreeSet<Long> products = new TreeSet<>();
        for (PlaceOrder command : commands) {
            command.issuedCouponId().ifPresent(coupons::add);
            users.add(command.userId());
            command.lines().forEach(line -> products.add(line.productId()));
        }
        Map<Long, IssuedCoupon> couponsById = new HashMap<>();
        Map<Long, Money> balancesByUser = new HashMap<>();
        Map<Long, ProductState> productsById = new HashMap<>();
        new QueryBatch()
                .query(IssuedCouponRow.LOCK, coupons, row -> {
                    IssuedCoupon coupon = IssuedCouponRow.read(row);
                    couponsById.put(coupon.issuedCouponId(), coupon);
                })
                .query(LOCK_ACCOUNTS, users, row -> balancesByUser.put(row.getLong(1), Money.of(row.getLong(2))))
                .query(LOCK_PRODUCTS, products, row -> {
                    ProductState product = new ProductState(
                            row.getLong(1), row.getString(2), Money.of(row.getLong(3)), new Stock(row.getLong(4)));
                    productsById.put(product.productId(), product);
                })
                .execute(jdbc);
        return new LockedState(commands, productsById, balancesByUser, couponsById);
    }

    @Override
    public PlacementDecision write(PlacementDecision decision) {
        List<Order> orders = decision.orders();
        if (!orders.isEmpty()) {
            StatementBatch batch = new StatementBatch();
            PlacementRows.append(batch, orders);
            PaymentRows.append(batch, orders, decision.cardsByOrder(), deadlines, trace);
            eventRows.append(
                    batch,
                    orders.stream()
                            .flatMap(order -> OrderEvent.ofPlacing(order).stream())
                            .toList());
            batch.execute(jdbc);
        }
        return decision;
    }
}
