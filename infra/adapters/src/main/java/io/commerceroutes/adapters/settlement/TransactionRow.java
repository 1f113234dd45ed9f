package io.commerceroutes.adapters.settlement;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Text;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/** A transaction of the gateway as the database keeps it. */
final class TransactionRow {
    static final String OF_ORDERS = """
            SELECT order_id, transaction_key, amount, status, reason, refund_state
            FROM payment_transaction WHERE order_id IN (:ids) ORDER BY order_id, ordinal""";

    private static final String INSERT = "INSERT INTO payment_transaction (transaction_key, order_id, ordinal, amount,"
            + " status, reason, refund_state, refund_due_at, created_at, updated_at)";
    private static final String UPDATE = "UPDATE payment_transaction SET amount = ?, status = ?, reason = ?,"
            + " updated_at = ? WHERE transaction_key = ? AND order_id = ?";
    private static final String REFUND = "UPDATE payment_transaction SET refund_state = 'DUE', refund_due_at = ?,"
            + " refund_tries = 0 WHERE transaction_key = ? AND order_id = ? AND refund_state = ?";
    private static final String END_REFUND = "UPDATE payment_transaction SET refund_state = ?, refund_due_at = NULL"
            + " WHERE transaction_key = ? AND order_id = ? AND refund_state = ?";
    private static final int REASON_CHARS_MAX = 200;

    private static final String OF_ANOTHER_ORDER =
            "SELECT transaction_key FROM payment_transaction WHERE order_id <> ? AND transaction_key IN (%s)";

    private TransactionRow() {}

    /** Those of the keys that are kept for another order. */
    static Set<String> ofAnotherOrder(JdbcOperations jdbc, String orderId, Set<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        String places = String.join(",", Collections.nCopies(keys.size(), "?"));
        List<Object> values = new ArrayList<>(keys.size() + 1);
        values.add(orderId);
        values.addAll(keys);
        return Set.copyOf(jdbc.queryForList(OF_ANOTHER_ORDER.formatted(places), String.class, values.toArray()));
    }

    static CardTransaction read(ResultSet row) throws SQLException {
        long amount = row.getLong("amount");
        boolean untold = row.wasNull();
        return new CardTransaction(
                row.getString("transaction_key"),
                Status.valueOf(row.getString("status")),
                untold ? Optional.empty() : Optional.of(Money.of(amount)),
                Optional.ofNullable(row.getString("reason")),
                RefundState.valueOf(row.getString("refund_state")));
    }

    /** @param known how many transactions of the order there are already */
    static void insert(
            StatementBatch batch, String orderId, int known, List<CardTransaction> transactions, Instant at) {
        List<Object[]> rows = new ArrayList<>(transactions.size());
        for (CardTransaction transaction : transactions) {
            rows.add(new Object[] {
                transaction.key(),
                orderId,
                known + rows.size(),
                amount(transaction),
                transaction.status().name(),
                reason(transaction),
                transaction.refund().name(),
                transaction.refund() == RefundState.DUE ? Utc.of(at) : null,
                Utc.of(at),
                Utc.of(at)
            });
        }
        batch.insert(INSERT, rows);
    }

    static void update(
            StatementBatch batch, String orderId, CardTransaction before, CardTransaction after, Instant at) {
        batch.update(1, UPDATE, amount(after), after.status().name(), reason(after), Utc.of(at), after.key(), orderId);
        if (after.refund() == before.refund()) {
            return;
        }
        if (after.refund() == RefundState.DUE) {
            batch.update(
                    1, REFUND, Utc.of(at), after.key(), orderId, before.refund().name());
        } else {
            batch.update(
                    1,
                    END_REFUND,
                    after.refund().name(),
                    after.key(),
                    orderId,
                    before.refund().name());
        }
    }

    private static Object amount(CardTransaction transaction) {
        return transaction.amount().map(Money::won).orElse(null);
    }

    private static String reason(CardTransaction transaction) {
        return transaction
                .reason()
                .map(reason -> Text.cut(reason, REASON_CHARS_MAX))
                .orElse(null);
    }
}
