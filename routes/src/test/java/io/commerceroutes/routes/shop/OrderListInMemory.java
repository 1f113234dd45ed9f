package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderFilter;
import io.commerceroutes.domain.order.OrderList;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

class OrderListInMemory implements OrderList {
    private final Shop shop;

    OrderListInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Page page(OrderFilter filter, int offset, int limit) {
        shop.journal().enter("list orders");
        List<Order> found = shop.orders().values().stream()
                .filter(order -> matches(order, filter))
                .sorted(Comparator.comparing(Order::createdAt)
                        .thenComparing(Order::orderId)
                        .reversed())
                .toList();
        return new Page(found.stream().skip(offset).limit(limit).toList(), found.size());
    }

    private static boolean matches(Order order, OrderFilter filter) {
        Instant at = order.createdAt();
        return order.userId() == filter.userId()
                && filter.status().map(order.status()::equals).orElse(true)
                && filter.from().map(from -> !at.isBefore(from)).orElse(true)
                && filter.until().map(at::isBefore).orElse(true);
    }
}
