package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one place where a payment's fate is decided. Pure: what is known and what was found out make what is known next.
 * The status is derived from attempts and transactions and speaks of the order; refunds are of single transactions.
 */
public final class Settlement {
    private final SettlementPolicy policy;
    private final Pacing pacing;

    public Settlement(SettlementPolicy policy) {
        this.policy = policy;
        this.pacing = new Pacing(policy);
    }

    /** What a payment becomes, and its order with it, if it does. */
    private record Verdict(PaymentStatus status, Optional<CancelReason> cancel) {}

    /** Takes a finding into account of which no transaction is another order's. */
    public Settled decide(CardPayment before, Finding finding, Instant now) {
        return decide(before, finding, Set.of(), now);
    }

    /**
     * Takes a finding into account. A finding that is known already changes nothing but when to look next.
     *
     * @param foreign those of its transactions that are known as another order's
     */
    public Settled decide(CardPayment before, Finding told, Set<String> foreign, Instant now) {
        Finding finding = Disowning.of(told, foreign);
        CardPayment informed = Recording.of(before, finding, now);
        Verdict verdict = informed.isOpen() ? whileOpen(informed, now) : afterwards(informed);
        CardPayment judged = informed.with(become(informed.order(), verdict.status(), now));
        CardPayment refunded = judged.withTransactions(refunds(before, judged));
        boolean isNew = !refunded.equals(before);
        int checks = isNew ? 0 : before.checks() + (isCheck(before, finding) ? 1 : 0);
        CardPayment followedUp = refunded.with(calls(before, finding));
        boolean isNews = !(finding instanceof Finding.NoAnswer || finding instanceof Finding.Nothing);
        CardPayment after = followedUp.due(pacing.dueAt(followedUp, checks, now, isNews), checks);
        return new Settled(
                before,
                after,
                PaymentNotes.of(
                        before, after, join(Recording.contradictions(before, finding), Disowning.notes(told, foreign))),
                verdict.cancel().filter(reason -> !before.isCanceled()),
                next(after, now),
                now);
    }

    /**
     * Claims the next attempt: nobody else may ask the gateway until its lease ends or its answer is settled.
     *
     * @param attemptId names the attempt to the gateway
     * @return empty if the gateway must not be asked now
     */
    public Optional<Settled> claim(CardPayment before, String attemptId, Instant now) {
        if (next(before, now) != NextStep.ASK) {
            return Optional.empty();
        }
        Attempt attempt = Attempt.started(before.attempts().size() + 1, attemptId, now);
        Instant end = now.plus(policy.lease());
        CardPayment claimed =
                before.withAttempts(join(before.attempts(), List.of(attempt))).withLease(end);
        CardPayment after = claimed.due(pacing.dueAt(claimed, 0, now, true), 0);
        return Optional.of(new Settled(
                before, after, PaymentNotes.of(before, after, List.of()), Optional.empty(), NextStep.WAIT, now));
    }

    /** What to do with a payment at {@code now}. */
    public NextStep next(CardPayment payment, Instant now) {
        if (!payment.isOpen()) {
            boolean isWorthAsking = payment.isWatched() || payment.calls().areOpen() && payment.isDue(now);
            return isWorthAsking && pacing.isWatchedAt(payment, now) ? NextStep.LOOK_UP : NextStep.DECIDE;
        }
        if (hardDeadlinePassed(payment, now)) {
            return NextStep.DECIDE;
        }
        if (payment.hasOpenAttempt()) {
            return payment.leaseUntil().filter(end -> end.isAfter(now)).isPresent() ? NextStep.WAIT : NextStep.LOOK_UP;
        }
        if (!payment.leftNothing()) {
            return NextStep.LOOK_UP;
        }
        if (payment.isCanceled() || payment.cardWasRefused() || softDeadlinePassed(payment, now)) {
            return NextStep.DECIDE;
        }
        return pacing.askAt(payment).isAfter(now) ? NextStep.WAIT : NextStep.ASK;
    }

    private Verdict whileOpen(CardPayment payment, Instant now) {
        if (!payment.captured().isEmpty()) {
            return approved(payment);
        }
        if (hardDeadlinePassed(payment, now)) {
            return new Verdict(PaymentStatus.EXPIRED, Optional.of(CancelReason.PAYMENT_EXPIRED));
        }
        if (payment.hasOpenAttempt() || payment.hasUnclearAttempt() || payment.hasUndecidedTransaction()) {
            return waiting(payment);
        }
        if (!payment.transactions().isEmpty() || payment.cardWasRefused()) {
            return new Verdict(PaymentStatus.DECLINED, Optional.of(CancelReason.PAYMENT_DECLINED));
        }
        if (payment.leftNothing() && (payment.isCanceled() || softDeadlinePassed(payment, now))) {
            return new Verdict(PaymentStatus.EXPIRED, Optional.of(CancelReason.PAYMENT_EXPIRED));
        }
        return waiting(payment);
    }

    private static Verdict approved(CardPayment payment) {
        if (payment.isCanceled()) {
            return new Verdict(PaymentStatus.REFUNDING, Optional.empty());
        }
        return payment.exactlyCaptured().isPresent()
                ? new Verdict(PaymentStatus.APPROVED, Optional.empty())
                : new Verdict(PaymentStatus.REFUNDING, Optional.of(CancelReason.PAYMENT_MISMATCH));
    }

    private static Verdict waiting(CardPayment payment) {
        if (!payment.transactions().isEmpty()) {
            return new Verdict(PaymentStatus.REQUESTED, Optional.empty());
        }
        boolean unclear = payment.hasUnclearAttempt();
        return new Verdict(unclear ? PaymentStatus.UNKNOWN : payment.status(), Optional.empty());
    }

    /** Closed: only money that should not be there changes anything. */
    private static Verdict afterwards(CardPayment payment) {
        boolean goesBack = switch (payment.status()) {
            case DECLINED, EXPIRED, REFUND_FAILED -> !payment.captured().isEmpty();
            default -> false;
        };
        return new Verdict(goesBack ? PaymentStatus.REFUNDING : payment.status(), Optional.empty());
    }

    private static Order become(Order order, PaymentStatus status, Instant now) {
        if (order.payment().status() == status) {
            return order;
        }
        return status == PaymentStatus.APPROVED ? order.pay(now) : order.become(status);
    }

    /** All captured money goes back but that which pays for an order that stands: the first that did goes on paying. */
    private static List<CardTransaction> refunds(CardPayment before, CardPayment payment) {
        if (payment.isOpen()) {
            return payment.transactions();
        }
        Optional<String> paying = payment.order().status() == OrderStatus.PAID
                ? before.exactlyCaptured().or(payment::exactlyCaptured).map(CardTransaction::key)
                : Optional.empty();
        return payment.transactions().stream()
                .map(transaction -> transaction.isCaptured() && !paying.equals(Optional.of(transaction.key()))
                        ? transaction.refund(RefundState.DUE)
                        : transaction)
                .toList();
    }

    private static Calls calls(CardPayment before, Finding finding) {
        return finding instanceof Finding.LookedUp lookedUp
                ? before.calls().followedUpTo(lookedUp.calls())
                : before.calls();
    }

    /**
     * Of a closed payment, what a call had looked up does not count: anybody can call, and must not make the watch, whose
     * intervals grow up to a day, look less often by itself.
     */
    private static boolean isCheck(CardPayment before, Finding finding) {
        boolean isCalledFor = !before.isOpen() && before.calls().areOpen();
        return finding instanceof Finding.NoAnswer || finding instanceof Finding.LookedUp && !isCalledFor;
    }

    private boolean softDeadlinePassed(CardPayment payment, Instant now) {
        return !now.isBefore(policy.deadlines().soft(payment.order().createdAt()));
    }

    private boolean hardDeadlinePassed(CardPayment payment, Instant now) {
        return !now.isBefore(policy.deadlines().hard(payment.order().createdAt()));
    }

    private static <T> List<T> join(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
