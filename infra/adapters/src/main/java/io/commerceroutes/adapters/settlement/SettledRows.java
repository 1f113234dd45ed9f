package io.commerceroutes.adapters.settlement;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.settlement.Attempt;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.domain.settlement.Settled;
import java.util.List;

/** The rows that a decision on a payment changes: what differs between before and after, and nothing else. */
final class SettledRows {
    /** Matches nothing, and so rolls back, if the payment is not as it was decided on. */
    private static final String PAYMENT = "UPDATE payment SET status = ?, attempt_no = ?, lease_until = ?, checks = ?,"
            + " due_at = ?, calls_followed_up = ?, updated_at = ? WHERE order_id = ? AND status = ? AND attempt_no = ?";

    private static final String ORDER = "UPDATE orders SET status = ?, paid_at = ? WHERE id = ? AND status = ?";
    private static final String ERASE_CARD = "DELETE FROM card_vault WHERE order_id = ?";

    private final StatementBatch batch;
    private final Settled settled;
    private final CardPayment before;
    private final CardPayment after;
    private final String orderId;

    private SettledRows(StatementBatch batch, Settled settled) {
        this.batch = batch;
        this.settled = settled;
        this.before = settled.before();
        this.after = settled.after();
        this.orderId = after.order().orderId();
    }

    static void append(StatementBatch batch, Settled settled) {
        SettledRows rows = new SettledRows(batch, settled);
        rows.payment();
        rows.order();
        rows.attempts();
        rows.transactions();
        NoteRows.insert(batch, rows.orderId, settled.notes(), settled.at());
        rows.card();
    }

    private void payment() {
        batch.update(
                1,
                PAYMENT,
                after.status().name(),
                attemptNo(after),
                after.leaseUntil().map(Utc::of).orElse(null),
                after.checks(),
                after.dueAt().map(Utc::of).orElse(null),
                after.calls().followedUp(),
                Utc.of(settled.at()),
                orderId,
                before.status().name(),
                attemptNo(before));
    }

    private void order() {
        if (settled.isPaidNow()) {
            Order paid = after.order();
            batch.update(
                    1,
                    ORDER,
                    paid.status().name(),
                    paid.paidAt().map(Utc::of).orElse(null),
                    orderId,
                    before.order().status().name());
        }
    }

    private void attempts() {
        int known = before.attempts().size();
        for (int i = 0; i < known; i++) {
            Attempt attempt = after.attempts().get(i);
            if (!attempt.equals(before.attempts().get(i))) {
                AttemptRow.update(batch, orderId, attempt);
            }
        }
        AttemptRow.insert(batch, orderId, added(after.attempts(), known));
    }

    private void transactions() {
        int known = before.transactions().size();
        for (int i = 0; i < known; i++) {
            CardTransaction was = before.transactions().get(i);
            CardTransaction is = after.transactions().get(i);
            if (!is.equals(was)) {
                TransactionRow.update(batch, orderId, was, is, settled.at());
            }
        }
        TransactionRow.insert(batch, orderId, known, added(after.transactions(), known), settled.at());
    }

    /** Attempts and transactions are never taken back, and new ones follow those that were there. */
    private static <T> List<T> added(List<T> all, int known) {
        return all.subList(known, all.size());
    }

    private void card() {
        if (before.needsCard() && !after.needsCard()) {
            batch.updateAny(ERASE_CARD, orderId);
        }
    }

    private static int attemptNo(CardPayment payment) {
        return payment.attempts().isEmpty() ? 0 : payment.attempts().getLast().number();
    }
}
