package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the payment gateway has taken and given back, against what the orders say. */
final class GatewayBooks {
    private static final String UNDECIDED = "SELECT (SELECT COUNT(*) FROM orders WHERE status = 'PENDING_PAYMENT')"
            + " + (SELECT COUNT(*) FROM payment WHERE status IN ('PENDING', 'REQUESTED', 'UNKNOWN', 'REFUNDING'))"
            + " + (SELECT COUNT(*) FROM payment_transaction WHERE refund_state = 'DUE')";

    private static final String POINTS_BESIDE_ORDERS =
            "SELECT a.user_id, a.balance + COALESCE(SUM(o.points_used - o.payable_amount DIV 100), 0)"
                    + " FROM point_account a LEFT JOIN orders o ON o.user_id = a.user_id AND o.status = 'PAID'"
                    + " GROUP BY a.user_id, a.balance";

    private final ShopClient gateway;
    private final JdbcTemplate commerce;

    GatewayBooks(ShopClient gateway, JdbcTemplate commerce) {
        this.gateway = gateway;
        this.commerce = commerce;
    }

    private record CardOrder(String orderId, String status, long payable) {}

    private record Entry(long captured, long refunded, long keptTransactions) {
        static Entry of(JsonNode item) {
            long kept = 0;
            for (JsonNode transaction : item.path("transactions")) {
                boolean captured = "SUCCESS".equals(transaction.path("status").asText());
                kept += captured && transaction.path("refundedAmount").asLong() == 0 ? 1 : 0;
            }
            return new Entry(
                    item.path("captured").asLong(), item.path("refunded").asLong(), kept);
        }
    }

    /** How many orders, payments and refunds nobody knows the end of yet. */
    long undecided() {
        return commerce.queryForObject(UNDECIDED, Long.class);
    }

    /** Each PAID order is paid exactly once and in full, each CANCELED one not at all. */
    void assertAgreeWithOrders() {
        Map<String, Entry> entries = new HashMap<>();
        JsonNode ledger = gateway.get("/api/v1/simulator/ledger").body();
        ledger.path("items").forEach(item -> entries.put(item.path("orderId").asText(), Entry.of(item)));
        assertThat(entries).hasSize(ledger.path("totalCount").asInt());
        List<CardOrder> orders = commerce.query(
                "SELECT o.id, o.status, o.payable_amount FROM orders o JOIN payment p ON p.order_id = o.id"
                        + " WHERE p.method = 'CARD'",
                (row, i) -> new CardOrder(row.getString(1), row.getString(2), row.getLong(3)));
        assertThat(orders).isNotEmpty().allSatisfy(order -> {
            Entry entry = entries.getOrDefault(order.orderId(), new Entry(0, 0, 0));
            boolean paid = order.status().equals("PAID");
            assertThat(entry.captured() - entry.refunded())
                    .as("%s: %s", order, entry)
                    .isEqualTo(paid ? order.payable() : 0);
            assertThat(entry.keptTransactions())
                    .as("%s: %s", order, entry)
                    .isEqualTo(paid && order.payable() > 0 ? 1 : 0);
        });
    }

    /**
     * What each customer has, beside what the orders that stand took and earned, a hundredth of what was paid by card:
     * the same however many orders come and go.
     */
    Map<Long, Long> pointsBesideOrders() {
        Map<Long, Long> points = new HashMap<>();
        commerce.query(POINTS_BESIDE_ORDERS, row -> {
            points.put(row.getLong(1), row.getLong(2));
        });
        return points;
    }
}
