package io.commerceroutes.adapters.settlement;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.TestOrders;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.domain.settlement.NextStep;
import io.commerceroutes.domain.settlement.PaymentNote;
import io.commerceroutes.domain.settlement.Settled;
import io.commerceroutes.domain.settlement.Settlement;
import io.commerceroutes.domain.settlement.SettlementPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Card payments of a schema of their own, driven as the flows do. */
final class Payments {
    static final Instant START = Instant.parse("2026-11-22T01:02:03.456789Z");
    static final Money PAYABLE = Money.of(2_500);

    final CommerceSchema schema = CommerceSchema.migrated();
    final TestOrders orders = new TestOrders(schema);
    final JdbcCardPayments payments = at(START);
    private final Settlement settlement = new Settlement(new SettlementPolicy(
            TestOrders.DEADLINES,
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            3,
            Duration.ofSeconds(1),
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30)),
            Duration.ofDays(30)));

    /** The same payments, seen at another time. */
    JdbcCardPayments at(Instant now) {
        return new JdbcCardPayments(schema.jdbc(), orders.eventRows(), Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Places an order and asks for its money; the attempt is open. */
    String requested() {
        String orderId = orders.byCard(START).orderId();
        claim(orderId, START);
        return orderId;
    }

    void claim(String orderId, Instant at) {
        change(
                orderId,
                payment -> settlement
                        .claim(payment, UUID.randomUUID().toString(), at)
                        .orElseThrow());
    }

    String accepted(String transactionKey) {
        String orderId = requested();
        settle(orderId, new Finding.Accepted(1, transactionKey), START.plusSeconds(1));
        return orderId;
    }

    /** With a second transaction that took the money, too, so that it must go back. */
    String paidTwice(String transactionKey, Instant at) {
        String orderId = accepted(transactionKey + "-pays");
        Finding.Report pays = success(transactionKey + "-pays");
        settle(orderId, new Finding.LookedUp(1, 0, List.of(pays, success(transactionKey))), at);
        return orderId;
    }

    static Finding.Report success(String transactionKey) {
        return new Finding.Report(transactionKey, Status.SUCCESS, Optional.of(PAYABLE), Optional.empty());
    }

    static Finding failed(AttemptOutcome outcome) {
        return new Finding.AttemptFailed(1, outcome);
    }

    Settled settle(String orderId, Finding finding, Instant at) {
        return change(orderId, payment -> settlement.decide(payment, finding, at));
    }

    /** As the flow does: looks for transactions of other orders, and notes contradictions once. */
    Settled settleOnce(String orderId, Finding finding, Instant at) {
        return change(
                orderId,
                payment -> settlement
                        .decide(payment, finding, payments.knownElsewhere(orderId, payment.unknownOf(finding)), at)
                        .unlessNoted(payments.contradictions(orderId)));
    }

    Settled change(String orderId, Function<CardPayment, Settled> decision) {
        return schema.transaction().execute(status -> {
            Settled settled = decision.apply(payments.lock(orderId).orElseThrow());
            payments.write(settled);
            return settled;
        });
    }

    void write(Settled settled) {
        schema.transaction().executeWithoutResult(status -> payments.write(settled));
    }

    void putOff(String orderId, Instant now, Instant until) {
        schema.transaction().executeWithoutResult(status -> payments.putOff(orderId, now, until));
    }

    CardPayment find(String orderId) {
        return payments.find(orderId).orElseThrow();
    }

    Settled changed(String orderId, UnaryOperator<CardPayment> change, Instant at, PaymentNote... notes) {
        CardPayment before = find(orderId);
        return new Settled(before, change.apply(before), List.of(notes), Optional.empty(), NextStep.WAIT, at);
    }

    List<String> history(String orderId) {
        return strings("SELECT type FROM payment_event WHERE order_id = ? ORDER BY id", orderId);
    }

    List<String> strings(String query, String orderId) {
        return schema.jdbc().queryForList(query, String.class, orderId);
    }

    long count(String table, String orderId) {
        return schema.jdbc()
                .queryForObject("SELECT COUNT(*) FROM " + table + " WHERE order_id = ?", Long.class, orderId);
    }
}
