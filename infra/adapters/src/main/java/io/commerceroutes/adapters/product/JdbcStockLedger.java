package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderItem;
import io.commerceroutes.domain.product.AdjustmentOutcome;
import io.commerceroutes.domain.product.Stock;
import io.commerceroutes.domain.product.StockAdjustment;
import io.commerceroutes.domain.product.StockLedger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Stock in MySQL. Products are updated in the order of their ids, as everywhere. */
public class JdbcStockLedger implements StockLedger {
    private static final String MOVEMENTS =
            "INSERT INTO stock_movement" + " (product_id, source_type, source_id, line, kind, delta, created_at)";

    /** Locks the product. */
    private static final String ADJUSTMENT = """
            INSERT INTO stock_movement
                (product_id, source_type, source_id, line, kind, delta, reason, created_at)
            SELECT id, 'ADJUSTMENT', ?, 0, 'ADJUST', ?, ?, ? FROM product
            WHERE id = ? AND stock + ? BETWEEN 0 AND ? FOR UPDATE""";

    private static final String ADJUST = """
            UPDATE product SET stock = stock + ?
            WHERE id = ? AND EXISTS (SELECT 1 FROM stock_movement
                WHERE source_type = 'ADJUSTMENT' AND source_id = ? AND line = 0 AND kind = 'ADJUST')""";

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

    @Override
    public AdjustmentOutcome adjust(StockAdjustment adjustment) {
        long productId = adjustment.productId();
        int adjusted = new StatementBatch()
                .updateAny(
                        ADJUSTMENT,
                        adjustment.adjustmentId(),
                        adjustment.delta(),
                        adjustment.reason(),
                        Utc.of(adjustment.at()),
                        productId,
                        adjustment.delta(),
                        Stock.UNITS_MAX)
                .updateAny(ADJUST, adjustment.delta(), productId, adjustment.adjustmentId())
                .execute(jdbc)
                .getLast();
        List<Long> found = jdbc.queryForList("SELECT stock FROM product WHERE id = ?", Long.class, productId);
        if (found.isEmpty()) {
            return new AdjustmentOutcome.UnknownProduct();
        }
        Stock stock = new Stock(found.getFirst());
        if (adjusted == 1) {
            return new AdjustmentOutcome.Adjusted(stock);
        }
        return adjustment.delta() < 0 ? new AdjustmentOutcome.OutOfStock(stock) : new AdjustmentOutcome.TooMuch(stock);
    }
}
