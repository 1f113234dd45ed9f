package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.app.Role;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each invariant of the transaction side's tables turns red when one row is corrupted for it, and green when it is
 * repaired. The one that asks the gateway is proved where there is one: in {@link CardOrdersIT}.
 */
class AuditIT {
    private static TestPlatform platform;
    private static ShopClient shop;
    private static JdbcTemplate database;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void start() {
        platform = new TestPlatform();
        // No relay: events stay in the outbox, where they are to be found waiting.
        var api = platform.start(
                Role.API, Map.of("commerce.relay.tick-millis", "3600000", "commerce.audit.cron", "0/1+*+*+*+*+?"));
        shop = new ShopClient(TestPlatform.baseUrl(api));
        database = platform.jdbc(Role.API);
        transaction = new TransactionTemplate(api.getBean("transactionManager", PlatformTransactionManager.class));
        order(1, "\"issuedCouponId\":1,");
        String canceled = order(1, "\"issuedCouponId\":2,");
        shop.customer(1, "POST", "/api/v1/orders/" + canceled + "/cancel", null);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static String order(long user, String extra) {
        String body =
                "{\"items\":[{\"productId\":1,\"quantity\":2}],%s\"payment\":{\"method\":\"POINT\"}}".formatted(extra);
        return shop.customer(user, "POST", "/api/v1/orders", body).text("orderId");
    }

    @Test
    void a_sound_platform_is_green_and_everything_was_looked_at() {
        JsonNode report = shop.operator("/api/v1/ops/audit").body();

        assertThat(report.path("ok").asBoolean()).isTrue();
        assertThat(report.path("invariants")).hasSize(7);
        report.path("invariants").forEach(invariant -> {
            assertThat(invariant.path("violations").asLong()).isZero();
            if (!"gateway".equals(invariant.path("name").asText())) {
                assertThat(invariant.path("checked").asLong()).isPositive();
            }
        });
    }

    @Test
    void the_audit_runs_by_its_schedule() {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(database.queryForObject(
                                "SELECT PREV_FIRE_TIME FROM QRTZ_TRIGGERS WHERE TRIGGER_NAME = 'audit-ledgers'",
                                Long.class))
                        .isPositive());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            stock    | UPDATE product SET stock = stock + 1 WHERE id = 1                                     | UPDATE product SET stock = stock - 1 WHERE id = 1
            stock    | UPDATE stock_movement SET delta = delta - 1 WHERE kind = 'SELL' ORDER BY id LIMIT 1   | UPDATE stock_movement SET delta = delta + 1 WHERE kind = 'SELL' ORDER BY id LIMIT 1
            stock    | UPDATE order_item SET quantity = 9 WHERE quantity = 2 ORDER BY order_id LIMIT 1       | UPDATE order_item SET quantity = 2 WHERE quantity = 9
            points   | UPDATE point_account SET balance = balance - 1 WHERE user_id = 1                      | UPDATE point_account SET balance = balance + 1 WHERE user_id = 1
            points   | UPDATE orders SET points_used = points_used + 1, total_amount = total_amount + 1 WHERE status = 'PAID' | UPDATE orders SET points_used = points_used - 1, total_amount = total_amount - 1 WHERE status = 'PAID'
            points   | UPDATE point_movement SET source_type = 'ORDER', kind = 'EARN', source_id = (SELECT id FROM orders WHERE status = 'PAID') WHERE source_type = 'CHARGE' AND user_id = 1 | UPDATE point_movement SET source_type = 'CHARGE', kind = 'CHARGE', source_id = 'repaired' WHERE kind = 'EARN'
            points   | UPDATE point_movement SET source_type = 'ORDER', kind = 'REVOKE', source_id = (SELECT id FROM orders WHERE status = 'PAID') WHERE source_type = 'CHARGE' AND user_id = 1 | UPDATE point_movement SET source_type = 'CHARGE', kind = 'CHARGE', source_id = 'repaired' WHERE kind = 'REVOKE'
            points   | UPDATE point_movement SET source_type = 'ORDER', kind = 'REVOKE', source_id = (SELECT id FROM orders WHERE status = 'CANCELED') WHERE source_type = 'CHARGE' AND user_id = 1 | UPDATE point_movement SET source_type = 'CHARGE', kind = 'CHARGE', source_id = 'repaired' WHERE kind = 'REVOKE'
            points   | INSERT INTO point_shortfall (order_id, user_id, amount, created_at) SELECT id, user_id, 1, UTC_TIMESTAMP(6) FROM orders WHERE status = 'CANCELED' | DELETE FROM point_shortfall
            points   | INSERT INTO point_shortfall (order_id, user_id, amount, created_at) VALUES ('nobody', 1, 1, UTC_TIMESTAMP(6)) | DELETE FROM point_shortfall
            coupons  | UPDATE issued_coupon SET order_id = NULL WHERE id = 1                                 | UPDATE issued_coupon SET order_id = (SELECT id FROM orders WHERE status = 'PAID') WHERE id = 1
            coupons  | UPDATE issued_coupon SET order_id = (SELECT id FROM orders WHERE status = 'CANCELED') WHERE id = 2 | UPDATE issued_coupon SET order_id = NULL WHERE id = 2
            coupons  | UPDATE coupon SET issued_quantity = issued_quantity + 1 WHERE id = 1                  | UPDATE coupon SET issued_quantity = issued_quantity - 1 WHERE id = 1
            payments | UPDATE payment SET status = 'DECLINED' WHERE status = 'APPROVED'                      | UPDATE payment SET status = 'APPROVED' WHERE status = 'DECLINED'
            payments | UPDATE payment SET status = 'APPROVED' WHERE status = 'REFUNDED'                      | UPDATE payment SET status = 'REFUNDED' WHERE order_id = (SELECT id FROM orders WHERE status = 'CANCELED')
            payments | UPDATE payment SET status = 'UNKNOWN', due_at = '2099-01-01', hard_deadline_at = '2020-01-01' WHERE status = 'REFUNDED' | UPDATE payment SET status = 'REFUNDED', due_at = NULL, hard_deadline_at = NULL WHERE status = 'UNKNOWN'
            payments | UPDATE payment SET status = 'UNKNOWN', hard_deadline_at = '2099-01-01' WHERE status = 'REFUNDED' | UPDATE payment SET status = 'REFUNDED', hard_deadline_at = NULL WHERE status = 'UNKNOWN'
            payments | UPDATE payment SET status = 'REFUNDING' WHERE status = 'REFUNDED'                     | UPDATE payment SET status = 'REFUNDED' WHERE status = 'REFUNDING'
            payments | UPDATE orders SET status = 'PENDING_PAYMENT' WHERE status = 'PAID'                    | UPDATE orders SET status = 'PAID' WHERE status = 'PENDING_PAYMENT'
            payments | INSERT INTO payment_transaction (transaction_key, order_id, amount, status, created_at, updated_at) SELECT 'kept', id, 1, 'SUCCESS', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM orders WHERE status = 'CANCELED' | DELETE FROM payment_transaction
            payments | INSERT INTO payment_transaction (transaction_key, order_id, amount, status, created_at, updated_at) SELECT 'nothing', id, 0, 'SUCCESS', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM orders WHERE status = 'PAID' | DELETE FROM payment_transaction
            payments | INSERT INTO payment_transaction (transaction_key, order_id, status, created_at, updated_at) SELECT 'untold', id, 'SUCCESS', '2020-01-01', '2020-01-01' FROM orders WHERE status = 'CANCELED' | DELETE FROM payment_transaction
            payments | INSERT INTO payment_transaction (transaction_key, order_id, amount, status, refund_state, created_at, updated_at) SELECT 'late', id, 1, 'SUCCESS', 'DUE', '2020-01-01', '2020-01-01' FROM orders WHERE status = 'CANCELED' | DELETE FROM payment_transaction
            payments | INSERT INTO card_vault (order_id, key_id, sealed, created_at) SELECT id, 'test', '', UTC_TIMESTAMP(6) FROM orders WHERE status = 'PAID' | DELETE FROM card_vault
            events   | UPDATE order_event SET type = 'Gone' WHERE type = 'OrderCanceled'                     | UPDATE order_event SET type = 'OrderCanceled' WHERE type = 'Gone'
            events   | UPDATE order_event SET type = 'Gone' WHERE type = 'OrderPaid' ORDER BY order_id LIMIT 1 | UPDATE order_event SET type = 'OrderPaid' WHERE type = 'Gone'
            events   | INSERT INTO outbox (shard, topic, message_key, event_id, type, event_time, event_day, payload) VALUES (99, 't', 'k', 'e', 'x', '2020-01-01', '2020-01-01', '{}') | DELETE FROM outbox WHERE shard = 99
            catalogue | UPDATE brand SET product_count = product_count + 1 WHERE id = 1                     | UPDATE brand SET product_count = product_count - 1 WHERE id = 1
            catalogue | UPDATE catalogue_revision SET product_count = product_count - 1                     | UPDATE catalogue_revision SET product_count = product_count + 1
            catalogue | UPDATE product SET likes = likes + 1 WHERE id = 1                                   | UPDATE product SET likes = likes - 1 WHERE id = 1
            catalogue | INSERT INTO product_like (user_id, product_id, event_id, created_at) VALUES (1, 1, 'x', UTC_TIMESTAMP(6)) | DELETE FROM product_like
            """)
    void a_corrupted_row_turns_its_check_red(String invariant, String corrupt, String repair) {
        write(corrupt);
        JsonNode red = shop.operator("/api/v1/ops/audit").body();
        write(repair);
        JsonNode green = shop.operator("/api/v1/ops/audit").body();

        assertThat(red.path("ok").asBoolean()).isFalse();
        assertThat(violations(red, invariant)).isPositive();
        assertThat(green.path("ok").asBoolean())
                .as("after the repair: %s", green)
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"DUE, '1'", "FAILED, '1'", "REFUNDED, '1'", "NONE, NULL"})
    void money_that_is_on_its_way_or_in_a_persons_hands_is_no_violation(String refundState, String amount) {
        write("""
                INSERT INTO payment_transaction
                    (transaction_key, order_id, amount, status, refund_state, refund_due_at, created_at, updated_at)
                SELECT 'back', id, %s, 'SUCCESS', '%s', '2099-01-01', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
                FROM orders WHERE status = 'CANCELED'""".formatted(amount, refundState));
        JsonNode report = shop.operator("/api/v1/ops/audit").body();
        write("DELETE FROM payment_transaction");

        assertThat(report.path("ok").asBoolean()).as("%s", report).isTrue();
    }

    private static long violations(JsonNode report, String name) {
        for (JsonNode invariant : report.path("invariants")) {
            if (name.equals(invariant.path("name").asText())) {
                assertThat(invariant.path("examples")).isNotEmpty();
                return invariant.path("violations").asLong();
            }
        }
        throw new AssertionError("No invariant " + name);
    }

    private static void write(String sql) {
        transaction.executeWithoutResult(
                status -> assertThat(database.update(sql)).isPositive());
    }
}
