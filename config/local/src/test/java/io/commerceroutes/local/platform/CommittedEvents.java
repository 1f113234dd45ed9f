package io.commerceroutes.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The events that the transaction side committed, by order and in the order of their commits. */
final class CommittedEvents {
    private final JdbcTemplate commerce;

    CommittedEvents(JdbcTemplate commerce) {
        this.commerce = commerce;
    }

    Map<String, List<String>> orderEventIds() {
        return byOrder("SELECT order_id, event_id FROM order_event ORDER BY order_id,"
                + " FIELD(type, 'OrderCreated', 'OrderPaid', 'OrderCanceled')");
    }

    Map<String, List<String>> paymentEventTypes() {
        return byOrder("SELECT order_id, type FROM payment_event ORDER BY order_id,"
                + " FIELD(type, 'PaymentApproved', 'PaymentRefunded')");
    }

    private Map<String, List<String>> byOrder(String sql) {
        Map<String, List<String>> committed = new TreeMap<>();
        commerce.query(sql, row -> {
            committed
                    .computeIfAbsent(row.getString(1), order -> new ArrayList<>())
                    .add(row.getString(2));
        });
        return committed;
    }
}
