package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.order.PlacedOrders;
import io.commerceroutes.domain.payment.PaymentDeadlines;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.Finding.Report;
import io.commerceroutes.domain.settlement.Refunding.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A card payment of 2,000 won as it goes on, step by step, with its order, for tests. What is decided is carried out. */
final class CardPaymentStory {
    static final Money PAYABLE = Money.of(2_000);
    static final Duration LEASE = Duration.ofSeconds(30);
    static final SettlementPolicy POLICY = new SettlementPolicy(
            new PaymentDeadlines(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(30)),
            LEASE,
            Duration.ofSeconds(5),
            3,
            Duration.ofSeconds(1),
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5)),
            Duration.ofDays(30));
    static final Settlement SETTLEMENT = new Settlement(POLICY);

    private CardPayment payment;
    private Instant now;
    private Settled last;

    private CardPaymentStory(CardPayment payment, Instant now) {
        this.payment = payment;
        this.now = now;
    }

    static CardPaymentStory begun() {
        Order order = PlacedOrders.byCard(PaymentStatus.PENDING);
        Instant now = order.createdAt();
        return of(new CardPayment(order, List.of(), List.of(), Optional.empty(), 0, Optional.of(now), Calls.NONE), now);
    }

    /** Goes on from here. */
    static CardPaymentStory of(CardPayment payment, Instant now) {
        return new CardPaymentStory(payment, now);
    }

    /** The first attempt is under way. */
    static CardPaymentStory asked() {
        return begun().ask();
    }

    /** The gateway has taken the first attempt as transaction T1. */
    static CardPaymentStory requested() {
        return asked().accepted("T1");
    }

    /** Nobody knows what the gateway made of the first attempt. */
    static CardPaymentStory unknown() {
        return asked().failed(AttemptOutcome.UNCLEAR);
    }

    static CardPaymentStory paid() {
        return requested().lookedUp(Answers.approved("T1"));
    }

    /** T1 was approved; the customer canceled afterwards. */
    static CardPaymentStory refunding() {
        return paid().canceledByCustomer();
    }

    CardPaymentStory after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Goes on when this much time has passed since the order. */
    CardPaymentStory at(Duration sinceOrder) {
        now = payment.order().createdAt().plus(sinceOrder);
        return this;
    }

    /** Goes on when the payment is due. */
    CardPaymentStory whenDue() {
        Instant due = payment.dueAt().orElseThrow();
        now = due.isAfter(now) ? due : now;
        return this;
    }

    boolean isAsked() {
        return claim().isPresent();
    }

    CardPaymentStory ask() {
        return take(claim().orElseThrow(() -> new AssertionError("Not to be asked now: " + payment)));
    }

    CardPaymentStory accepted(String key) {
        return accepted(payment.attempts().size(), key);
    }

    CardPaymentStory accepted(int attemptNo, String key) {
        return decide(new Finding.Accepted(attemptNo, key));
    }

    /** The latest attempt ended without a transaction that we were told of. */
    CardPaymentStory failed(AttemptOutcome outcome) {
        return decide(new Finding.AttemptFailed(payment.attempts().size(), outcome));
    }

    /** A look-up that began just now and finds these. */
    CardPaymentStory lookedUp(Report... reports) {
        return lookedUp(payment.provableUpTo(now, POLICY.quiet()), reports);
    }

    CardPaymentStory lookedUp(int provenUpTo, Report... reports) {
        return lookedUp(provenUpTo, payment.calls().received(), reports);
    }

    /** @param calls how many had been received when it began */
    CardPaymentStory lookedUp(int provenUpTo, long calls, Report... reports) {
        return decide(new Finding.LookedUp(provenUpTo, calls, List.of(reports)));
    }

    /** The gateway calls: whatever it says, the payment is due at once. */
    CardPaymentStory called() {
        Calls calls = payment.calls();
        Instant due = payment.dueAt().filter(at -> at.isBefore(now)).orElse(now);
        payment = payment.with(new Calls(calls.received() + 1, calls.followedUp()))
                .due(Optional.of(due), payment.checks());
        return this;
    }

    CardPaymentStory noAnswer() {
        return decide(new Finding.NoAnswer());
    }

    CardPaymentStory nothingNew() {
        return decide(new Finding.Nothing());
    }

    CardPaymentStory canceledByCustomer() {
        payment =
                payment.with(payment.order().cancel(CancelReason.CUSTOMER, now).order());
        return nothingNew();
    }

    CardPaymentStory refunded(String key) {
        return take(Refunding.made(payment, key, now));
    }

    CardPaymentStory refundImpossible(String key) {
        return take(Refunding.impossible(payment, key, "no refund call", now));
    }

    CardPaymentStory resolved(Resolution resolution) {
        return take(
                Refunding.resolve(payment, resolution, "by bank transfer", now).orElseThrow());
    }

    CardPayment payment() {
        return payment;
    }

    /** The last decision. */
    Settled last() {
        return last;
    }

    PaymentStatus status() {
        return payment.status();
    }

    OrderStatus orderStatus() {
        return payment.order().status();
    }

    Optional<CancelReason> cancelReason() {
        return payment.order().cancelReason();
    }

    CardTransaction transaction(String key) {
        return payment.transactions().stream()
                .filter(transaction -> transaction.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    List<AttemptOutcome> attempts() {
        return payment.attempts().stream().map(Attempt::outcome).toList();
    }

    NextStep next() {
        return SETTLEMENT.next(payment, now);
    }

    Instant now() {
        return now;
    }

    Duration dueIn() {
        return Duration.between(now, payment.dueAt().orElseThrow());
    }

    CardPaymentStory decide(Finding finding) {
        return take(SETTLEMENT.decide(payment, finding, now));
    }

    private Optional<Settled> claim() {
        return SETTLEMENT.claim(payment, "attempt-" + now, now);
    }

    private CardPaymentStory take(Settled settled) {
        last = settled;
        payment = settled.after();
        settled.cancel()
                .ifPresent(reason -> payment =
                        payment.with(payment.order().cancel(reason, now).order()));
        return this;
    }
}
