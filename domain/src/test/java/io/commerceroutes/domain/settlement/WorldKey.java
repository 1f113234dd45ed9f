package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.payment.PaymentDeadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Equal for {@link PaymentWorld}s that go on in the same way: time counts from now and by the deadlines that are over,
 * and what is over is over, however long ago. For tests.
 */
final class WorldKey {
    /** Longer than any wait after an attempt. */
    private static final long LONG_AGO_MS = Duration.ofMinutes(10).toMillis();

    private static final int CHECKS_MAX = 1;

    private final PaymentWorld world;
    private final CardPayment payment;
    private final StringBuilder text = new StringBuilder(160);

    private WorldKey(PaymentWorld world) {
        this.world = world;
        this.payment = world.payment();
    }

    static String of(PaymentWorld world) {
        WorldKey key = new WorldKey(world);
        key.addState();
        key.addPayment();
        key.addGateway();
        return key.text.toString();
    }

    private void addState() {
        add(world.late());
        add(payment.order().status().ordinal());
        add(payment.order().cancelReason().map(Enum::ordinal).orElse(-1));
        add(payment.status().ordinal());
        add(payment.dueAt().isPresent());
        add(doCallsMatter() && payment.calls().areOpen());
        if (payment.isOpen()) {
            PaymentDeadlines deadlines = CardPaymentStory.POLICY.deadlines();
            Instant ordered = payment.order().createdAt();
            add(world.now().isBefore(deadlines.soft(ordered)));
            add(world.now().isBefore(deadlines.hard(ordered)));
        }
    }

    private void addPayment() {
        if (isTimeOfUse()) {
            add(Math.min(payment.checks(), CHECKS_MAX));
            add(payment.dueAt().map(due -> Math.max(fromNow(due), 0)).orElse(-1L));
        }
        add(payment.leaseUntil()
                .filter(end -> payment.hasOpenAttempt())
                .map(this::fromNow)
                .orElse(0L));
        text.append('a');
        for (Attempt attempt : payment.attempts()) {
            add(attempt.outcome().ordinal());
            add(attempt.endedAt()
                    .filter(end -> isEndOfUse(attempt))
                    .map(this::fromNow)
                    .orElse(0L));
        }
        text.append('t');
        for (CardTransaction transaction : payment.transactions()) {
            add(transaction.key());
            add(transaction.status().ordinal());
            add(transaction.amount());
            add(transaction.refund().ordinal());
        }
    }

    /** Whether time alone makes a difference before the next deadline. */
    private boolean isTimeOfUse() {
        return world.next() == NextStep.WAIT
                || world.provableUpTo() < payment.attempts().size() && payment.hasUnclearAttempt()
                || payment.hasOpenAttempt();
    }

    private boolean isEndOfUse(Attempt attempt) {
        boolean maySoonBeFollowed =
                payment.isOpen() && attempt.number() == payment.attempts().size();
        return maySoonBeFollowed || attempt.outcome().isUnclear();
    }

    private void addGateway() {
        text.append('g');
        for (GatewayBooks.Entry entry : world.books().entries()) {
            add(entry.status().ordinal());
            add(entry.captured());
            add(entry.refunded());
        }
        text.append('r');
        for (PaymentWorld.Request request : world.requests()) {
            add(request.attemptNo());
            add(request.key().orElse("?"));
            add(request.isWaitedFor());
        }
        world.lookUp().ifPresent(lookUp -> {
            text.append('l');
            add(lookUp.provenUpTo());
            add(doCallsMatter() && lookUp.calls() == payment.calls().received());
            lookUp.reports().forEach(report -> {
                add(report.status().ordinal());
                add(report.amount());
            });
        });
    }

    /** Not where an answer was unclear: what is watched is looked at again and again, called about or not. */
    private boolean doCallsMatter() {
        return payment.attempts().stream()
                .noneMatch(attempt -> attempt.outcome().wasUnclear());
    }

    private long fromNow(Instant moment) {
        return Math.max(moment.toEpochMilli() - world.now().toEpochMilli(), -LONG_AGO_MS);
    }

    private void add(Optional<Money> amount) {
        add(amount.map(Money::won).orElse(-1L));
    }

    private void add(boolean fact) {
        text.append(fact ? 'y' : 'n');
    }

    private void add(long number) {
        text.append(number).append(' ');
    }

    private void add(String name) {
        text.append(name).append(' ');
    }
}
