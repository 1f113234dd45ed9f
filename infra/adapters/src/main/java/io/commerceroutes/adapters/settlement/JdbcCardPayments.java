package io.commerceroutes.adapters.settlement;

import io.commerceroutes.adapters.event.EventRows;
import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.PaymentNote;
import io.commerceroutes.domain.settlement.RefundTask;
import io.commerceroutes.domain.settlement.Settled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/** Card payments in MySQL: one round trip to lock and read, one to write what a decision changed. */
public class JdbcCardPayments implements CardPayments {
    static final String DUE = "SELECT order_id FROM payment WHERE due_at <= ? ORDER BY due_at LIMIT ?";
    private static final String PUT_OFF = "UPDATE payment SET due_at = ? WHERE order_id = ? AND due_at <= ?";

    private static final String IS_STILL_OPEN = """
            SELECT COUNT(*) FROM payment p
            JOIN payment_attempt a ON a.order_id = p.order_id AND a.attempt_no = p.attempt_no
            WHERE p.order_id = ? AND p.attempt_no = ? AND p.lease_until > ? AND a.outcome IS NULL""";
    private static final String COUNT_CALLBACK = "UPDATE payment SET calls_received = calls_received + 1,"
            + " due_at = LEAST(COALESCE(due_at, ?), ?) WHERE order_id = ? AND method = 'CARD'";
    private static final int CALLBACKS_NOTED_MAX = 20;
    /** After {@link #COUNT_CALLBACK}, whose lock makes the callbacks of one order follow one another. */
    private static final String NOTE_CALLBACK = """
            INSERT INTO payment_event (order_id, type, detail, created_at)
            SELECT p.order_id, ?, ?, ?
            FROM payment p LEFT JOIN payment_event e ON e.order_id = p.order_id AND e.type = ?
            WHERE p.order_id = ? AND p.method = 'CARD'
            GROUP BY p.order_id HAVING COUNT(e.id) < ?""";

    private final JdbcOperations jdbc;
    private final EventRows eventRows;
    private final Clock clock;
    private final RefundClaims refunds;

    /** @param clock tells whether a lease has ended */
    public JdbcCardPayments(JdbcOperations jdbc, EventRows eventRows, Clock clock) {
        this.jdbc = jdbc;
        this.eventRows = eventRows;
        this.clock = clock;
        this.refunds = new RefundClaims(jdbc);
    }

    @Override
    public Optional<CardPayment> find(String orderId) {
        return CardPaymentQuery.find(jdbc, orderId);
    }

    @Override
    public Optional<CardPayment> lock(String orderId) {
        return CardPaymentQuery.lock(jdbc, orderId);
    }

    @Override
    public void write(Settled settled) {
        if (settled.before().equals(settled.after()) && settled.notes().isEmpty()) {
            return;
        }
        StatementBatch batch = new StatementBatch();
        SettledRows.append(batch, settled);
        eventRows.append(batch, settled.events());
        batch.execute(jdbc);
    }

    @Override
    public Set<String> knownElsewhere(String orderId, Set<String> transactionKeys) {
        return TransactionRow.ofAnotherOrder(jdbc, orderId, transactionKeys);
    }

    @Override
    public List<PaymentNote> contradictions(String orderId) {
        return NoteRows.contradictions(jdbc, orderId);
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return jdbc.queryForList(DUE, String.class, Utc.of(now), limit);
    }

    @Override
    public void putOff(String orderId, Instant now, Instant until) {
        jdbc.update(PUT_OFF, Utc.of(until), orderId, Utc.of(now));
    }

    @Override
    public boolean isStillOpen(String orderId, int attemptNo) {
        Integer rows = jdbc.queryForObject(IS_STILL_OPEN, Integer.class, orderId, attemptNo, Utc.of(clock.instant()));
        return rows != null && rows == 1;
    }

    @Override
    public boolean callbackReceived(String orderId, String transactionKey, String status, Instant at) {
        PaymentNote note = PaymentNote.callbackReceived(transactionKey, status);
        String type = NoteRows.name(note.type());
        LocalDateTime time = Utc.of(at);
        List<Integer> rows = new StatementBatch()
                .updateAny(COUNT_CALLBACK, time, time, orderId)
                .updateAny(NOTE_CALLBACK, type, NoteRows.detail(note), time, type, orderId, CALLBACKS_NOTED_MAX)
                .execute(jdbc);
        return rows.getFirst() == 1;
    }

    @Override
    public List<RefundTask> claimRefunds(Instant now, Duration lease, int limit) {
        return refunds.claim(now, lease, limit);
    }

    @Override
    public boolean isStillClaimed(RefundTask task) {
        return task.leaseUntil().isAfter(clock.instant()) && refunds.isClaimed(task);
    }

    @Override
    public void postponeRefund(RefundTask task, Instant at) {
        refunds.postpone(task, at);
    }
}
