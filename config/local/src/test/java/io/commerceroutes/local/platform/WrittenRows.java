package io.commerceroutes.local.platform;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many rows the transaction side has written by now, by table: two of them are equal if nothing was. */
record WrittenRows(List<Long> counts) {
    private static final List<String> TABLES = List.of(
            "users",
            "product",
            "coupon",
            "issued_coupon",
            "product_like",
            "product_name_part",
            "orders",
            "order_item",
            "payment",
            "stock_movement",
            "point_movement",
            "point_shortfall",
            "order_event",
            "payment_event",
            "idempotency_key");

    static WrittenRows in(JdbcTemplate commerce) {
        return new WrittenRows(TABLES.stream()
                .map(table -> commerce.queryForObject("SELECT COUNT(*) FROM " + table, Long.class))
                .toList());
    }
}
