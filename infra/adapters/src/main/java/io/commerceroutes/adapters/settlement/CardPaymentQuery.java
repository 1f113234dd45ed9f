package io.commerceroutes.adapters.settlement;

import io.commerceroutes.adapters.order.OrderQuery;
import io.commerceroutes.adapters.order.OrderQuery.Lock;
import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.settlement.Attempt;
import io.commerceroutes.domain.settlement.Calls;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads one card payment with its order, attempts and transactions, in one round trip. */
final class CardPaymentQuery {
    private final OrderQuery order = new OrderQuery();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<CardTransaction> transactions = new ArrayList<>();
    private Optional<Instant> leaseUntil = Optional.empty();
    private int checks;
    private Optional<Instant> dueAt = Optional.empty();
    private Calls calls = Calls.NONE;

    private CardPaymentQuery() {}

    /** As it stands, without a lock. */
    static Optional<CardPayment> find(JdbcOperations jdbc, String orderId) {
        CardPaymentQuery query = new CardPaymentQuery();
        QueryBatch batch = new QueryBatch();
        // Attempts first: with a lease newer than they are we wait too long, with an older one not long enough.
        query.appendCalls(batch, orderId);
        query.appendOrder(batch, orderId, Lock.NONE);
        batch.execute(jdbc);
        return query.payment();
    }

    static Optional<CardPayment> lock(JdbcOperations jdbc, String orderId) {
        CardPaymentQuery query = new CardPaymentQuery();
        QueryBatch batch = new QueryBatch();
        query.appendOrder(batch, orderId, Lock.FOR_UPDATE);
        query.appendCalls(batch, orderId);
        batch.execute(jdbc);
        return query.payment();
    }

    private void appendOrder(QueryBatch batch, String orderId, Lock lock) {
        order.append(batch, orderId, lock, row -> {
            leaseUntil = Utc.optional(row, "lease_until");
            checks = row.getInt("checks");
            dueAt = Utc.optional(row, "due_at");
            calls = new Calls(row.getLong("calls_received"), row.getLong("calls_followed_up"));
        });
    }

    private void appendCalls(QueryBatch batch, String orderId) {
        List<String> id = List.of(orderId);
        batch.query(AttemptRow.OF_ORDERS, id, row -> attempts.add(AttemptRow.read(row)))
                .query(TransactionRow.OF_ORDERS, id, row -> transactions.add(TransactionRow.read(row)));
    }

    private Optional<CardPayment> payment() {
        return order.order()
                .filter(found -> found.payment().method() == PaymentMethod.CARD)
                .map(found -> new CardPayment(found, attempts, transactions, leaseUntil, checks, dueAt, calls));
    }
}
