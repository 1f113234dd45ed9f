package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderItem;
import io.commerceroutes.domain.product.StockLedger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Stock in MySQL. Products are updated in the order of their ids, as everywhere. */
public class JdbcStockLedger implements StockLedger {
    private static final String MOVEMENTS =
            "INSERT INTO stock_movement" + " (product_id, source_type, source_id, line, kind, delta, created_at)";

    private final JdbcOperations jdbc;

    public JdbcStockLedger(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void restore(Cancellation cancellation) {
        Order order = cancellation.order();
        StatementBatch batch = new StatementBatch();
        order.items().stream()
                .sorted(Comparator.comparing(OrderItem::productId))
                .forEach(item -> batch.update(
                        1, "UPDATE product SET stock = stock + ? WHERE id = ?", item.quantity(), item.productId()));
        List<Object[]> movements = new ArrayList<>(order.items().size());
        for (int line = 0; line < order.items().size(); line++) {
            OrderItem item = order.items().get(line);
            movements.add(new Object[] {
                item.productId(), "ORDER", order.orderId(), line, "RESTORE", item.quantity(), Utc.of(cancellation.at())
            });
        }
        batch.insert(MOVEMENTS, movements).execute(jdbc);
    }
}
