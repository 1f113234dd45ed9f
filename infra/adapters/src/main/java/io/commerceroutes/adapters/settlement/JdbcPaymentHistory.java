package io.commerceroutes.adapters.settlement;

import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.Attempt;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.domain.settlement.ListedPayment;
import io.commerceroutes.domain.settlement.ListedPayments;
import io.commerceroutes.domain.settlement.PaymentHistory;
import io.commerceroutes.domain.settlement.TimelineEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** Histories and lists of payments in MySQL; a page of payments takes three round trips, however long it is. */
public class JdbcPaymentHistory implements PaymentHistory {
    private static final int TIMELINE_MAX = 1_000;

    /** Where times are equal, the steps of an order follow one another as they do in its flows. */
    private static final String TIMELINE = """
            SELECT e.type, CASE e.type WHEN 'OrderCanceled' THEN o.cancel_reason END AS detail, e.created_at,
                   CASE e.type WHEN 'OrderCreated' THEN 0 WHEN 'OrderPaid' THEN 2 ELSE 3 END AS step, 0 AS id
            FROM order_event e JOIN orders o ON o.id = e.order_id
            WHERE e.order_id = ?
            UNION ALL
            SELECT type, detail, created_at, CASE type WHEN 'PaymentRefunded' THEN 4 ELSE 1 END, id
            FROM payment_event
            WHERE order_id = ?
            ORDER BY created_at, step, id LIMIT ?""";

    private static final String ALL = "payment p";
    static final String OF_STATUS = "payment p WHERE p.status = ?";
    private static final String REFUND_FAILED = """
            (SELECT order_id FROM payment WHERE status = ?
             UNION SELECT order_id FROM payment_transaction WHERE refund_state = 'FAILED') found
            JOIN payment p ON p.order_id = found.order_id""";

    private static final String COUNT = "SELECT COUNT(*) FROM %s";
    /** Ids of orders are ordered by time. */
    private static final String PAGE = """
            SELECT p.order_id, p.user_id, p.method, p.status, p.card_type, p.card_last4, p.amount, p.created_at, p.due_at
            FROM %s ORDER BY p.order_id DESC LIMIT ? OFFSET ?""";

    private final JdbcOperations jdbc;

    public JdbcPaymentHistory(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimelineEntry> timeline(String orderId) {
        return jdbc.query(
                TIMELINE,
                (row, index) -> new TimelineEntry(
                        Utc.instant(row, "created_at"),
                        row.getString("type"),
                        Optional.ofNullable(row.getString("detail"))),
                orderId,
                orderId,
                TIMELINE_MAX);
    }

    @Override
    public ListedPayments payments(Optional<PaymentStatus> status, int offset, int limit) {
        String from = status.map(JdbcPaymentHistory::of).orElse(ALL);
        List<Object> values = new ArrayList<>(3);
        status.ifPresent(wanted -> values.add(wanted.name()));
        Long total = jdbc.queryForObject(COUNT.formatted(from), Long.class, values.toArray());
        values.add(limit);
        values.add(offset);
        List<ListedPayment> page = jdbc.query(page(from), (row, index) -> payment(row), values.toArray());
        return new ListedPayments(withCalls(page), total == null ? 0 : total);
    }

    private static String of(PaymentStatus status) {
        return status == PaymentStatus.REFUND_FAILED ? REFUND_FAILED : OF_STATUS;
    }

    static String page(String from) {
        return PAGE.formatted(from);
    }

    private static ListedPayment payment(ResultSet row) throws SQLException {
        return new ListedPayment(
                row.getString("order_id"),
                row.getLong("user_id"),
                new Payment(
                        PaymentMethod.valueOf(row.getString("method")),
                        PaymentStatus.valueOf(row.getString("status")),
                        row.getString("card_type"),
                        row.getString("card_last4")),
                Money.of(row.getLong("amount")),
                Utc.instant(row, "created_at"),
                Utc.optional(row, "due_at"),
                List.of(),
                List.of());
    }

    private List<ListedPayment> withCalls(List<ListedPayment> page) {
        List<String> ids = page.stream().map(ListedPayment::orderId).toList();
        Map<String, List<Attempt>> attempts = new HashMap<>();
        Map<String, List<CardTransaction>> transactions = new HashMap<>();
        new QueryBatch()
                .query(AttemptRow.OF_ORDERS, ids, row -> of(row, attempts).add(AttemptRow.read(row)))
                .query(
                        TransactionRow.OF_ORDERS,
                        ids,
                        row -> of(row, transactions).add(TransactionRow.read(row)))
                .execute(jdbc);
        return page.stream()
                .map(payment -> payment.with(
                        attempts.getOrDefault(payment.orderId(), List.of()),
                        transactions.getOrDefault(payment.orderId(), List.of())))
                .toList();
    }

    private static <T> List<T> of(ResultSet row, Map<String, List<T>> byOrder) throws SQLException {
        return byOrder.computeIfAbsent(row.getString("order_id"), id -> new ArrayList<>());
    }
}
