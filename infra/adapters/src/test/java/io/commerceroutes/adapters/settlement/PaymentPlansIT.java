package io.commerceroutes.adapters.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.sql.Utc;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is asked every second must not grow with what was ever paid. */
class PaymentPlansIT {
    private static final int PAYMENTS = 5_000;
    private static final int WAITING_EVERY = 100;
    private static final LocalDateTime NOW = Utc.of(Payments.START);
    private static CommerceSchema schema;

    @BeforeAll
    static void fill() {
        schema = CommerceSchema.migrated();
        schema.jdbc()
                .batchUpdate(
                        "INSERT INTO payment (order_id, user_id, method, status, amount, due_at, created_at, updated_at)"
                                + " VALUES (?, 1, 'CARD', 'APPROVED', 1, ?, ?, ?)",
                        IntStream.range(0, PAYMENTS)
                                .mapToObj(i -> new Object[] {"order-" + i, waiting(i) ? NOW : null, NOW, NOW})
                                .toList());
        schema.jdbc()
                .batchUpdate(
                        "INSERT INTO payment_transaction (transaction_key, order_id, amount, status, refund_state,"
                                + " refund_due_at, created_at, updated_at) VALUES (?, ?, 1, 'SUCCESS', ?, ?, ?, ?)",
                        IntStream.range(0, PAYMENTS)
                                .mapToObj(i -> new Object[] {
                                    "tr-" + i,
                                    "order-" + i,
                                    waiting(i) ? "DUE" : "NONE",
                                    waiting(i) ? NOW : null,
                                    NOW,
                                    NOW
                                })
                                .toList());
        schema.jdbc().execute("ANALYZE TABLE payment, payment_transaction");
    }

    private static boolean waiting(int i) {
        return i % WAITING_EVERY == 0;
    }

    private static Map<String, Object> plan(String query, Object... values) {
        List<Map<String, Object>> steps = schema.jdbc().queryForList("EXPLAIN " + query, values);
        return steps.getFirst();
    }

    @Test
    void due_payments_are_read_from_their_index_in_its_order() {
        Map<String, Object> plan = plan(JdbcCardPayments.DUE, NOW, 20);

        assertThat(plan.get("type")).isEqualTo("range");
        assertThat(plan.get("key")).isEqualTo("ix_payment_due");
        assertThat((String) plan.get("Extra")).doesNotContain("filesort");
    }

    @Test
    void due_refunds_are_read_from_their_index_in_its_order() {
        Map<String, Object> plan = plan(RefundClaims.DUE, NOW, 20);

        assertThat(plan.get("key")).isEqualTo("ix_payment_transaction_refund");
        assertThat((String) plan.get("Extra")).doesNotContain("filesort");
    }

    @Test
    void a_page_of_payments_is_read_from_an_index_in_its_order() {
        Map<String, Object> plan = plan(JdbcPaymentHistory.page(JdbcPaymentHistory.OF_STATUS), "UNKNOWN", 20, 0);

        assertThat(plan.get("key")).isEqualTo("ix_payment_status");
        assertThat((String) plan.get("Extra")).doesNotContain("filesort");
    }
}
