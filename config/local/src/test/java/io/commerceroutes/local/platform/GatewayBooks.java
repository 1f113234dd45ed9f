package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the payment gateway has taken and given back, against what the orders say. */
public final class GatewayBooks {
    private static final String UNDECIDED = "SELECT (SELECT COUNT(*) FROM orders WHERE status = 'PENDING_PAYMENT')"
            + " + (SELECT COUNT(*) FROM payment WHERE status IN ('PENDING', 'REQUESTED', 'UNKNOWN', 'REFUNDING'))"
            + " + (SELECT COUNT(*) FROM payment_transaction WHERE refund_state = 'DUE')";

    private static final String POINTS_BESIDE_ORDERS =
            "SELECT a.user_id, a.balance + COALESCE(SUM(o.points_used - o.payable_amount DIV 100), 0)"
                    + " FROM point_account a LEFT JOIN orders o ON o.user_id = a.user_id AND o.status = 'PAID'"
                    + " GROUP BY a.user_id, a.balance";

    private final ShopClient gateway;
    private final JdbcTemplate commerce;

    public GatewayBooks(ShopClient gateway, JdbcTemplate commerce) {
        this.gateway = gateway;
        this.commerce = commerce;
    }

    private record CardOrder(String orderId, String status, long payable) {
        boolean isPaid() {
            return status.equals("PAID");
        }
    }

    /** What the gateway has of an order, without what is listed for a person. */
    private record Entry(long captured, long refunded, long listed, long keptTransactions) {
        static final Entry NONE = new Entry(0, 0, 0, 0);

        static Entry of(JsonNode item, Map<String, Long> listed) {
            long kept = 0;
            long listedWon = 0;
            for (JsonNode transaction : item.path("transactions")) {
                boolean captured = "SUCCESS".equals(transaction.path("status").asText());
                Long forAPerson = listed.get(transaction.path("transactionKey").asText());
                listedWon += forAPerson == null ? 0 : forAPerson;
                boolean keeps = captured && transaction.path("refundedAmount").asLong() == 0;
                kept += keeps && forAPerson == null ? 1 : 0;
            }
            return new Entry(
                    item.path("captured").asLong(), item.path("refunded").asLong(), listedWon, kept);
        }

        boolean agreesWith(CardOrder order) {
            return captured - refunded - listed == (order.isPaid() ? order.payable() : 0)
                    && keptTransactions == (order.isPaid() && order.payable() > 0 ? 1 : 0);
        }
    }

    /** How many orders, payments and refunds nobody knows the end of yet. */
    public long undecided() {
        return commerce.queryForObject(UNDECIDED, Long.class);
    }

    /** Each PAID order is paid exactly once and in full, each CANCELED one not at all. */
    void assertAgreeWithOrders() {
        assertThat(disagreements(Map.of())).isEmpty();
    }

    /**
     * Card orders of which the gateway keeps anything but the payable amount of a PAID one, by one transaction, and
     * money that it took for orders that are not there.
     *
     * @param listed won by transaction key, of refunds that failed and wait for a person
     * @throws AssertionError if there is no card order
     */
    public List<String> disagreements(Map<String, Long> listed) {
        Map<String, Entry> entries = new HashMap<>();
        JsonNode ledger = ledger();
        ledger.path("items").forEach(item -> entries.put(item.path("orderId").asText(), Entry.of(item, listed)));
        assertThat(entries).hasSize(ledger.path("totalCount").asInt());
        List<CardOrder> orders = commerce.query(
                "SELECT o.id, o.status, o.payable_amount FROM orders o JOIN payment p ON p.order_id = o.id"
                        + " WHERE p.method = 'CARD'",
                (row, i) -> new CardOrder(row.getString(1), row.getString(2), row.getLong(3)));
        assertThat(orders).isNotEmpty();
        Set<String> known = orders.stream().map(CardOrder::orderId).collect(Collectors.toSet());
        return Stream.concat(
                        orders.stream()
                                .filter(order -> !entries.getOrDefault(order.orderId(), Entry.NONE)
                                        .agreesWith(order))
                                .map(order -> "%s: %s".formatted(order, entries.get(order.orderId()))),
                        entries.keySet().stream()
                                .filter(orderId -> !known.contains(orderId))
                                .map(orderId -> "order %s is not there: %s".formatted(orderId, entries.get(orderId))))
                .toList();
    }

    /** All that the gateway has, order by order. */
    public JsonNode ledger() {
        return gateway.get("/api/v1/simulator/ledger").body();
    }

    /**
     * What each customer has, beside what the orders that stand took and earned, a hundredth of what was paid by card:
     * the same however many orders come and go.
     */
    public Map<Long, Long> pointsBesideOrders() {
        Map<Long, Long> points = new HashMap<>();
        commerce.query(POINTS_BESIDE_ORDERS, row -> {
            points.put(row.getLong(1), row.getLong(2));
        });
        return points;
    }
}
