package io.commerceroutes.adapters.settlement;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.settlement.RefundTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Refunds that are due, each claimed by moving the time at which it is due to the end of the claim. */
final class RefundClaims {
    /** Locks transactions only: a row of {@code payment} in a subquery is not locked. Who finds one locked skips it. */
    static final String DUE = """
            SELECT t.transaction_key, t.order_id, t.amount, t.refund_tries,
                   (SELECT p.user_id FROM payment p WHERE p.order_id = t.order_id) AS user_id
            FROM payment_transaction t
            WHERE t.refund_state = 'DUE' AND t.refund_due_at <= ?
            ORDER BY t.refund_due_at LIMIT ? FOR UPDATE SKIP LOCKED""";

    private static final String CLAIM = "UPDATE payment_transaction SET refund_due_at = ?,"
            + " refund_tries = refund_tries + 1 WHERE refund_state = 'DUE' AND transaction_key IN ";
    private static final String IS_CLAIMED = """
            SELECT COUNT(*) FROM payment_transaction
            WHERE transaction_key = ? AND refund_state = 'DUE' AND refund_due_at = ?""";
    private static final String POSTPONE = "UPDATE payment_transaction SET refund_due_at = ?, refund_tries = ?"
            + " WHERE transaction_key = ? AND refund_state = 'DUE' AND refund_due_at = ?";

    private final JdbcOperations jdbc;

    RefundClaims(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    List<RefundTask> claim(Instant now, Duration lease, int limit) {
        // What the database keeps, since the end names the claim.
        Instant leaseUntil = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
        List<RefundTask> tasks = jdbc.query(DUE, (row, index) -> task(row, leaseUntil), Utc.of(now), limit);
        if (!tasks.isEmpty()) {
            List<Object> values = new ArrayList<>(tasks.size() + 1);
            values.add(Utc.of(leaseUntil));
            tasks.forEach(task -> values.add(task.transactionKey()));
            String marks = "(" + String.join(",", Collections.nCopies(tasks.size(), "?")) + ")";
            new StatementBatch()
                    .update(tasks.size(), CLAIM + marks, values.toArray())
                    .execute(jdbc);
        }
        return tasks;
    }

    boolean isClaimed(RefundTask task) {
        Integer rows = jdbc.queryForObject(IS_CLAIMED, Integer.class, task.transactionKey(), Utc.of(task.leaseUntil()));
        return rows != null && rows == 1;
    }

    void postpone(RefundTask task, Instant at) {
        new StatementBatch()
                .updateAny(POSTPONE, Utc.of(at), task.tries(), task.transactionKey(), Utc.of(task.leaseUntil()))
                .execute(jdbc);
    }

    private static RefundTask task(ResultSet row, Instant leaseUntil) throws SQLException {
        return new RefundTask(
                row.getString("order_id"),
                row.getLong("user_id"),
                row.getString("transaction_key"),
                Money.of(row.getLong("amount")),
                row.getInt("refund_tries") + 1,
                leaseUntil);
    }
}
