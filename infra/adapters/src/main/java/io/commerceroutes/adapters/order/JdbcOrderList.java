package io.commerceroutes.adapters.order;

import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderFilter;
import io.commerceroutes.domain.order.OrderItem;
import io.commerceroutes.domain.order.OrderList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** Lists of orders by SQL in two round trips, however long: which ones and how many, by index; then these. */
public class JdbcOrderList implements OrderList {
    private final JdbcOperations jdbc;

    public JdbcOrderList(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page page(OrderFilter filter, int offset, int limit) {
        OrderSelection selection = OrderSelection.of(filter);
        List<Object> pageValues = new ArrayList<>(selection.values());
        pageValues.add(limit);
        pageValues.add(offset);
        List<Long> count = new ArrayList<>(1);
        List<String> ids = new ArrayList<>(limit);
        new QueryBatch()
                .select(selection.count(), selection.values(), row -> count.add(row.getLong(1)))
                .select(selection.page(), pageValues, row -> ids.add(row.getString(1)))
                .execute(jdbc);
        return new Page(read(ids), count.getFirst());
    }

    private List<Order> read(List<String> ids) {
        Map<String, List<OrderItem>> items = new HashMap<>();
        Map<String, Order> orders = new HashMap<>();
        new QueryBatch()
                .query(
                        OrderRow.ITEMS,
                        ids,
                        row -> items.computeIfAbsent(row.getString("order_id"), id -> new ArrayList<>())
                                .add(OrderRow.item(row)))
                .query(OrderRow.ORDERS, ids, row -> {
                    String id = row.getString("id");
                    orders.put(id, OrderRow.read(row, List.copyOf(items.getOrDefault(id, List.of()))));
                })
                .execute(jdbc);
        return ids.stream().map(orders::get).toList();
    }
}
