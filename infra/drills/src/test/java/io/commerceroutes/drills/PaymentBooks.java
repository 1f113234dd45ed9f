package io.commerceroutes.drills;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.local.platform.GatewayBooks;
import io.commerceroutes.local.platform.GatewayCheck;
import io.commerceroutes.local.platform.ShopClient;
import io.commerceroutes.local.platform.ShopClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares what customers were told, what the shop has written down, and what the gateway has. */
final class PaymentBooks {
    private static final int AUDITED_ORDERS_MIN = 15;
    private static final String NEWEST_LISTED =
            "SELECT order_id FROM payment_transaction WHERE refund_state = 'FAILED' ORDER BY order_id DESC LIMIT 1";
    private static final String UNDECIDED = """
            SELECT CONCAT('order ', o.id, ' ', o.status, ', payment ', p.status, ', refunds due ',
                          (SELECT COUNT(*) FROM payment_transaction t
                           WHERE t.order_id = o.id AND t.refund_state = 'DUE'))
            FROM orders o JOIN payment p ON p.order_id = o.id
            WHERE o.status = 'PENDING_PAYMENT' OR p.status IN ('PENDING', 'REQUESTED', 'UNKNOWN', 'REFUNDING')
               OR o.id IN (SELECT order_id FROM payment_transaction WHERE refund_state = 'DUE')""";

    private final GatewayBooks money;
    private final JdbcTemplate commerce;
    private final ShopClient shop;
    private final Violations violations;

    PaymentBooks(GatewayBooks money, JdbcTemplate commerce, ShopClient shop, Violations violations) {
        this.money = money;
        this.commerce = commerce;
        this.shop = shop;
        this.violations = violations;
    }

    /** Waits no longer than the limit, and then says what is left. */
    void checkAllIsDecided(Duration limit) {
        try {
            await().atMost(limit).pollInterval(Duration.ofMillis(500)).until(() -> money.undecided() == 0);
        } catch (ConditionTimeoutException late) {
            violations.addAll(Promise.ALL_IS_DECIDED, commerce.queryForList(UNDECIDED, String.class));
        }
    }

    /**
     * @param listed refunds that failed, whose money is with the gateway still
     * @param mayFail whether the gateway leaves no choice
     */
    void checkMoney(ListedRefunds listed, boolean mayFail) {
        if (!mayFail) {
            listed.won()
                    .forEach((key, won) -> violations.add(
                            Promise.MONEY_IS_WHERE_IT_BELONGS, "the refund of %s, %d won, failed".formatted(key, won)));
        }
        violations.addAll(Promise.MONEY_IS_WHERE_IT_BELONGS, money.disagreements(listed.won()));
        listed.withoutOne()
                .forEach(orderId -> violations.add(
                        Promise.MONEY_IS_WHERE_IT_BELONGS, "order %s is listed for no refund".formatted(orderId)));
    }

    void checkOrders(PlacedOrders placed, int orders) {
        Map<String, String> status = new HashMap<>();
        commerce.query("SELECT id, status FROM orders", row -> {
            status.put(row.getString(1), row.getString(2));
        });
        placed.refused().forEach(answer -> violations.add(Promise.NO_ORDER_IS_LOST, "refused: " + answer));
        Set<String> answered = new HashSet<>(placed.answered());
        answered.stream()
                .filter(orderId -> !status.containsKey(orderId))
                .forEach(orderId -> violations.add(Promise.NO_ORDER_IS_LOST, "lost: " + orderId));
        placed.canceled().stream()
                .filter(orderId -> !Objects.equals(status.get(orderId), "CANCELED"))
                .forEach(orderId -> violations.add(
                        Promise.NO_ORDER_IS_LOST, "canceled, and yet %s: %s".formatted(status.get(orderId), orderId)));
        if (status.size() != orders || answered.size() != orders) {
            violations.add(
                    Promise.NO_ORDER_IS_LOST,
                    "%d orders were sent, %d answered, %d are there".formatted(orders, answered.size(), status.size()));
        }
    }

    void checkPoints(Map<Long, Long> before) {
        Map<Long, Long> after = money.pointsBesideOrders();
        before.forEach((user, points) -> {
            if (!points.equals(after.get(user))) {
                violations.add(
                        Promise.POINTS_ARE_RIGHT, "user %d: %d, before %d".formatted(user, after.get(user), points));
            }
        });
    }

    /** @param limit for the relay, which may need a moment for the last events */
    void checkAudit(Duration limit) {
        try {
            await().atMost(limit).until(() -> audit().path("ok").asBoolean());
        } catch (ConditionTimeoutException notClean) {
            violations.addAll(Promise.THE_AUDIT_IS_CLEAN, brokenInvariants());
        }
        violations.addAll(
                Promise.THE_AUDIT_IS_CLEAN,
                commerce.queryForList("SELECT CONCAT('a card is kept: ', order_id) FROM card_vault", String.class));
    }

    private List<String> brokenInvariants() {
        List<String> broken = new ArrayList<>();
        JsonNode report = audit();
        for (JsonNode invariant : report.path("invariants")) {
            if (invariant.path("violations").asLong() > 0) {
                broken.add("%s: %s of %s break it, such as %s"
                        .formatted(
                                invariant.path("name").asText(),
                                invariant.path("violations"),
                                invariant.path("checked"),
                                invariant.path("examples")));
            }
        }
        return broken.isEmpty() ? List.of("no audit that is clean: " + report) : broken;
    }

    /** A person gives one refund that failed back by another way: then nobody owes it any more. */
    void checkResolutionByHand() {
        String orderId = commerce.queryForObject(NEWEST_LISTED, String.class);
        Answer resolved = shop.send(
                "POST",
                "/api/v1/ops/payments/%s/resolve".formatted(orderId),
                "{\"outcome\":\"REFUNDED\",\"reason\":\"by bank transfer\"}",
                "Authorization",
                "Bearer " + shop.token(1, "OPS"));
        if (resolved.status() != 200) {
            violations.add(Promise.THE_AUDIT_IS_CLEAN, "not resolved: " + resolved);
        }
        Answer timeline = shop.operator("/api/v1/ops/orders/%s/timeline".formatted(orderId));
        if (!timeline.body().toString().contains("REFUNDED: by bank transfer")) {
            violations.add(Promise.THE_AUDIT_IS_CLEAN, "the reason is forgotten: " + timeline);
        }
        checkGateway();
    }

    /** The audit asked the gateway for its newest orders, and agrees with it. */
    void checkGateway() {
        try {
            new GatewayCheck(shop, commerce).agrees(AUDITED_ORDERS_MIN);
        } catch (ConditionTimeoutException differs) {
            violations.add(Promise.THE_AUDIT_IS_CLEAN, differs.getMessage());
        }
    }

    private JsonNode audit() {
        return shop.operator("/api/v1/ops/audit").body();
    }

    /** How many there are by what they are, the first column. */
    List<Map.Entry<String, Long>> count(String sql) {
        return commerce.query(sql, (row, i) -> Map.entry(row.getString(1), row.getLong(2)));
    }
}
