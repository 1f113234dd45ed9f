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

    /** Whoever had {@code before} points has exactly what their orders that stand left of them. */
    void assertPointsNeverGrew(Map<Long, Long> before) {
        Map<Long, Long> expected = new HashMap<>(before);
        commerce.query("SELECT user_id, SUM(points_used) FROM orders WHERE status = 'PAID' GROUP BY user_id", row -> {
            expected.computeIfPresent(row.getLong(1), (user, points) -> subtract(points, row));
        });
        assertThat(points()).isEqualTo(expected);
    }

    Map<Long, Long> points() {
        Map<Long, Long> balances = new HashMap<>();
        commerce.query("SELECT user_id, balance FROM point_account", row -> {
            balances.put(row.getLong(1), row.getLong(2));
        });
        return balances;
    }

    private static long subtract(long points, java.sql.ResultSet row) {
        try {
            return points - row.getLong(2);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
