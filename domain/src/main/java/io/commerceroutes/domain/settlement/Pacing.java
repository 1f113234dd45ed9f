package io.commerceroutes.domain.settlement;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a payment is to be looked at next. */
final class Pacing {
    private static final int JITTER_PERCENT_MAX = 50;

    private final SettlementPolicy policy;

    Pacing(SettlementPolicy policy) {
        this.policy = policy;
    }

    /** From when on the gateway may be asked again, as far as patience goes. */
    Instant askAt(CardPayment payment) {
        if (payment.attempts().isEmpty()) {
            return payment.order().createdAt();
        }
        Attempt last = payment.attempts().getLast();
        return last.endedAt().orElse(Instant.MAX).plus(pauseAfter(payment, last));
    }

    boolean isWatchedAt(CardPayment payment, Instant at) {
        return at.isBefore(payment.order().createdAt().plus(policy.watch()));
    }

    /**
     * In the past for what could have been done already: who waits longest comes first.
     *
     * @param isNews whether something was learned just now; then what the gateway called about is looked up at once
     */
    Optional<Instant> dueAt(CardPayment payment, int checks, Instant now, boolean isNews) {
        boolean isCalledAbout = payment.calls().areOpen();
        if (!payment.isOpen()) {
            return Optional.of(isCalledAbout && isNews ? now : now.plus(policy.pauseAfterWatch(checks)))
                    .filter(at -> (payment.isWatched() || isCalledAbout) && isWatchedAt(payment, at));
        }
        Instant ordered = payment.order().createdAt();
        Instant soft = policy.deadlines().soft(ordered);
        Instant deadline = soft.isAfter(now) ? soft : policy.deadlines().hard(ordered);
        Instant due = whileOpen(payment, checks, now, isCalledAbout && isNews);
        return Optional.of(due.isBefore(deadline) ? due : deadline);
    }

    private Instant whileOpen(CardPayment payment, int checks, Instant now, boolean isToBeLookedUp) {
        if (payment.hasOpenAttempt()) {
            return payment.leaseUntil().orElse(now);
        }
        Instant ask = askAt(payment);
        if (payment.leftNothing()) {
            return ask;
        }
        if (isToBeLookedUp) {
            return now;
        }
        if (!payment.transactions().isEmpty()) {
            return now.plus(policy.pauseAfterCheck(checks));
        }
        if (checks > 0) {
            return now.plus(policy.pauseAfterCheck(checks - 1));
        }
        Instant provable = payment.attempts().getLast().provableFrom(policy.quiet());
        return provable.isAfter(ask) ? provable : ask;
    }

    /** Up to half as long again, differently for each order, so that those who failed together do not come together. */
    private Duration pauseAfter(CardPayment payment, Attempt attempt) {
        Duration pause = policy.pauseAfterAttempt(attempt.number());
        int percent = Math.floorMod(payment.order().orderId().hashCode() + attempt.number(), JITTER_PERCENT_MAX + 1);
        return pause.plus(pause.multipliedBy(percent).dividedBy(100));
    }
}
