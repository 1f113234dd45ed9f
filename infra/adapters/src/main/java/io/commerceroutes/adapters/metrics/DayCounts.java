package io.commerceroutes.adapters.metrics;

import io.commerceroutes.domain.metrics.DayCount;
import io.commerceroutes.domain.metrics.ProductCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The columns that every table of counts has. */
final class DayCounts {
    static final String COLUMNS = "metric_date, product_id, views, likes, orders_created, sales_quantity, sales_amount";
    static final String ADD_UP = """
             ON DUPLICATE KEY UPDATE views = views + VALUES(views), likes = likes + VALUES(likes),
            orders_created = orders_created + VALUES(orders_created),
            sales_quantity = sales_quantity + VALUES(sales_quantity),
            sales_amount = sales_amount + VALUES(sales_amount)
            """;

    private DayCounts() {}

    static List<Object> values(DayCount change) {
        ProductCounts counts = change.counts();
        return List.of(
                change.day(),
                change.productId(),
                counts.views(),
                counts.likes(),
                counts.ordersCreated(),
                counts.salesQuantity(),
                counts.salesAmount());
    }

    static DayCount of(ResultSet row) throws SQLException {
        return new DayCount(
                row.getObject("metric_date", LocalDate.class),
                row.getLong("product_id"),
                new ProductCounts(
                        row.getLong("views"),
                        row.getLong("likes"),
                        row.getLong("orders_created"),
                        row.getLong("sales_quantity"),
                        row.getLong("sales_amount")));
    }
}
