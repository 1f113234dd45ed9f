package io.commerceroutes.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks for what several instances, or one that was killed in its midst, might do twice. */
final class OnlyOnce {
    /** A payment's history has no unique keys: what was written twice shows. */
    private static final String WRITTEN_TWICE = """
            SELECT CONCAT('order ', order_id, ': ', COUNT(*), ' times ', type, ' ', COALESCE(detail, ''))
            FROM payment_event WHERE type <> 'CallbackReceived'
            GROUP BY order_id, type, detail HAVING COUNT(*) > 1""";

    private static final String DECIDED_TWICE = """
            SELECT CONCAT('order ', order_id, ': ', GROUP_CONCAT(type))
            FROM payment_event WHERE type IN ('PaymentApproved', 'PaymentDeclined', 'PaymentExpired')
            GROUP BY order_id HAVING COUNT(*) > 1""";

    private final JdbcTemplate commerce;
    private final WireRequests wire;
    private final Violations violations;

    OnlyOnce(JdbcTemplate commerce, WireRequests wire, Violations violations) {
        this.commerce = commerce;
        this.wire = wire;
        this.violations = violations;
    }

    /** @param ledger of the gateway */
    void check(JsonNode ledger) {
        violations.addAll(Promise.NOTHING_IS_DONE_TWICE, commerce.queryForList(WRITTEN_TWICE, String.class));
        violations.addAll(Promise.NOTHING_IS_DONE_TWICE, commerce.queryForList(DECIDED_TWICE, String.class));
        checkSent();
        wire.refunded().forEach((key, times) -> {
            if (times > 1) {
                add("%s was refunded %d times".formatted(key, times));
            }
        });
        checkTransactions(ledger);
    }

    /** The id of an attempt is its Idempotency-Key, and was written down before it was sent. */
    private void checkSent() {
        Set<String> written =
                new HashSet<>(commerce.queryForList("SELECT attempt_id FROM payment_attempt", String.class));
        wire.sent().forEach((attemptId, times) -> {
            if (times > 1 || !written.contains(attemptId)) {
                add("attempt %s was sent %d times, written down: %s"
                        .formatted(attemptId, times, written.contains(attemptId)));
            }
        });
        if (wire.sent().isEmpty()) {
            add("nothing was ever seen at the gateway");
        }
    }

    private void checkTransactions(JsonNode ledger) {
        Map<String, Integer> attempts = new HashMap<>();
        commerce.query("SELECT order_id, COUNT(*) FROM payment_attempt GROUP BY order_id", row -> {
            attempts.put(row.getString(1), row.getInt(2));
        });
        for (JsonNode order : ledger.path("items")) {
            String orderId = order.path("orderId").asText();
            int transactions = order.path("transactions").size();
            if (transactions > attempts.getOrDefault(orderId, 0)) {
                add("order %s: %d transactions of %d attempts"
                        .formatted(orderId, transactions, attempts.getOrDefault(orderId, 0)));
            }
        }
    }

    private void add(String violation) {
        violations.add(Promise.NOTHING_IS_DONE_TWICE, violation);
    }
}
