package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** Refunds that the gateway could not make, as the metric that alerts tells of them. */
@OnSharedApi
class FailedRefundsIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final RunningApi api;

    FailedRefundsIT(RunningApi api) {
        this.api = api;
    }

    @Test
    void every_refund_that_needs_a_person_counts_also_one_beside_an_order_that_stands() {
        long customer = api.customer(1_000);
        String stands = api.order(customer);
        String fallen = api.order(customer);
        double before = needAPerson();
        for (String orderId : List.of(stands, fallen)) {
            write("INSERT INTO payment_transaction"
                    + " (transaction_key, order_id, amount, status, refund_state, created_at, updated_at)"
                    + " VALUES ('failed-" + orderId + "', '" + orderId
                    + "', 1, 'SUCCESS', 'FAILED', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))");
        }
        write("UPDATE payment SET status = 'REFUND_FAILED' WHERE order_id = '" + fallen + "'");
        try {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(needAPerson()).isEqualTo(before + 2));
            assertThat(api.shop()
                            .operator("/api/v1/ops/payments?status=REFUND_FAILED")
                            .number("totalCount"))
                    .isEqualTo((long) before + 2);
        } finally {
            write("UPDATE payment SET status = 'APPROVED' WHERE order_id = '" + fallen + "'");
            write("DELETE FROM payment_transaction WHERE transaction_key LIKE 'failed-%'");
        }
    }

    /** Once the figures were observed. */
    private double needAPerson() {
        return await().atMost(LIMIT)
                .until(
                        () -> Exposition.of(api.shop().baseUrl())
                                .sum("commerce_payments_unsettled", Map.of("status", "REFUND_FAILED")),
                        value -> !Double.isNaN(value));
    }

    private void write(String sql) {
        api.context()
                .getBean(TransactionOperations.class)
                .executeWithoutResult(open -> api.database().update(sql));
    }
}
