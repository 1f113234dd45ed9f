package io.commerceroutes.domain.settlement;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request for money, written down before it goes out.
 *
 * @param number counts an order's attempts from 1
 * @param attemptId goes out as the Idempotency-Key, for gateways that know it
 */
public record Attempt(
        int number, String attemptId, AttemptOutcome outcome, Instant startedAt, Optional<Instant> endedAt) {
    public static Attempt started(int number, String attemptId, Instant at) {
        return new Attempt(number, attemptId, AttemptOutcome.OPEN, at, Optional.empty());
    }

    Attempt ended(AttemptOutcome how, Instant at) {
        return new Attempt(number, attemptId, how, startedAt, Optional.of(endedAt.orElse(at)));
    }

    boolean isOpen() {
        return outcome == AttemptOutcome.OPEN;
    }

    /**
     * When a look-up that does not find it proves that the gateway has nothing of it: at once where the gateway itself
     * answered, else when the request cannot be on its way any more.
     */
    Instant provableFrom(Duration quiet) {
        Instant end = endedAt.orElse(Instant.MAX);
        return outcome == AttemptOutcome.UNCLEAR ? end.plus(quiet) : end;
    }
}
