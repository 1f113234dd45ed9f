package io.commerceroutes.adapters.settlement;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.settlement.Attempt;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A request for money as the database keeps it; no outcome means that it is open. */
final class AttemptRow {
    static final String OF_ORDERS = """
            SELECT order_id, attempt_no, attempt_id, outcome, started_at, ended_at
            FROM payment_attempt WHERE order_id IN (:ids) ORDER BY order_id, attempt_no""";

    private static final String INSERT =
            "INSERT INTO payment_attempt (order_id, attempt_no, attempt_id, outcome, started_at, ended_at)";
    private static final String UPDATE =
            "UPDATE payment_attempt SET outcome = ?, ended_at = ? WHERE order_id = ? AND attempt_no = ?";

    private AttemptRow() {}

    static Attempt read(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Attempt(
                row.getInt("attempt_no"),
                row.getString("attempt_id"),
                outcome == null ? AttemptOutcome.OPEN : AttemptOutcome.valueOf(outcome),
                Utc.instant(row, "started_at"),
                Utc.optional(row, "ended_at"));
    }

    static void insert(StatementBatch batch, String orderId, List<Attempt> attempts) {
        batch.insert(
                INSERT,
                attempts.stream()
                        .map(attempt -> new Object[] {
                            orderId,
                            attempt.number(),
                            attempt.attemptId(),
                            outcome(attempt),
                            Utc.of(attempt.startedAt()),
                            attempt.endedAt().map(Utc::of).orElse(null)
                        })
                        .toList());
    }

    static void update(StatementBatch batch, String orderId, Attempt attempt) {
        batch.update(
                1, UPDATE, outcome(attempt), attempt.endedAt().map(Utc::of).orElse(null), orderId, attempt.number());
    }

    private static String outcome(Attempt attempt) {
        return attempt.outcome() == AttemptOutcome.OPEN
                ? null
                : attempt.outcome().name();
    }
}
