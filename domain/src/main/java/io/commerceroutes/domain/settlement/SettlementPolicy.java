package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.payment.PaymentDeadlines;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How patient we are with the gateway.
 *
 * @param lease how long an attempt may be under way before nobody believes in it any more
 * @param quiet how long after an attempt without an answer the gateway may still come to know of it
 * @param attemptsInARow how many attempts follow one another with exponential back-off
 * @param backOff before the second attempt; doubled before each further one
 * @param schedule intervals of attempts after those, and of look-ups; the last one goes on
 * @param watch how long, from the order on, a payment that had an unclear answer is looked up
 */
public record SettlementPolicy(
        PaymentDeadlines deadlines,
        Duration lease,
        Duration quiet,
        int attemptsInARow,
        Duration backOff,
        List<Duration> schedule,
        Duration watch) {
    private static final Duration INTERVAL_MAX = Duration.ofDays(1);
    private static final int DOUBLINGS_MAX = 20;

    /** @throws IllegalArgumentException if there is no schedule, no attempt, or a wait that is none */
    public SettlementPolicy {
        if (schedule.isEmpty() || attemptsInARow < 1) {
            throw new IllegalArgumentException("A settlement needs at least one attempt and one interval");
        }
        schedule = List.copyOf(schedule);
        if (quiet.isNegative()
                || !Stream.concat(Stream.of(lease, backOff), schedule.stream()).allMatch(Duration::isPositive)) {
            throw new IllegalArgumentException("Lease, back-off and intervals last for some time");
        }
    }

    /** How long to wait after attempt {@code attemptNo}, before jitter. */
    Duration pauseAfterAttempt(int attemptNo) {
        return attemptNo < attemptsInARow
                ? backOff.multipliedBy(1L << Math.min(attemptNo - 1, DOUBLINGS_MAX))
                : schedule.get(Math.min(attemptNo - attemptsInARow, schedule.size() - 1));
    }

    /** How long to wait after {@code checks} look-ups that brought nothing. */
    Duration pauseAfterCheck(int checks) {
        return schedule.get(Math.min(checks, schedule.size() - 1));
    }

    /** The same after {@code tries} tries of a refund; what the last one did shows in a look-up after the quiet time only. */
    public Duration pauseAfterRefund(int tries) {
        Duration pause = pauseAfterCheck(tries - 1);
        return pause.compareTo(quiet) < 0 ? quiet : pause;
    }

    /** The same for a payment that is closed and only watched: the last interval is doubled each time, up to a day. */
    Duration pauseAfterWatch(int checks) {
        int doublings = Math.clamp((long) checks - schedule.size() + 1, 0, DOUBLINGS_MAX);
        Duration pause = pauseAfterCheck(checks).multipliedBy(1L << doublings);
        return pause.compareTo(INTERVAL_MAX) < 0 ? pause : INTERVAL_MAX;
    }
}
