package io.commerceroutes.routes.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps apart the look-ups that anybody can cause, by calling back or by reading: of one order only one is under way, and
 * the next begins some time after it. However many callbacks come, the gateway hears of few. What is refused here stays
 * due, so that the schedule finds it. Each instance keeps turns of its own.
 */
public class LookUpTurns {
    /**
     * Longer than any look-up takes, with all the calls that it may be made of (21, of 5 s at most) and the request that
     * may follow it: whoever did not end a turn by then is gone.
     */
    private static final Duration TURN_MAX = Duration.ofMinutes(2);

    private static final int ORDERS_MAX = 10_000;

    private final Clock clock;
    private final Duration interval;

    /** Those that began first come first. */
    private final Map<String, Turn> turns = new LinkedHashMap<>();

    /** @param interval from the beginning of an order's look-up to that of its next */
    public LookUpTurns(Clock clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
    }

    private record Turn(Instant begun, boolean isOver) {}

    /** Whether the order may be looked up now. */
    synchronized boolean begin(String orderId) {
        Instant now = clock.instant();
        Turn last = turns.get(orderId);
        if (last != null
                && last.begun().plus(last.isOver() ? interval : TURN_MAX).isAfter(now)) {
            return false;
        }
        turns.remove(orderId);
        makeRoom(now);
        turns.put(orderId, new Turn(now, false));
        return true;
    }

    /** Ends the order's turn, after all that came of it is written. */
    synchronized void end(String orderId) {
        turns.computeIfPresent(orderId, (id, ended) -> new Turn(ended.begun(), true));
    }

    private void makeRoom(Instant now) {
        Instant past = now.minus(interval);
        Iterator<Turn> eldest = turns.values().iterator();
        while (eldest.hasNext()) {
            Turn turn = eldest.next();
            if (turns.size() < ORDERS_MAX && !(turn.isOver() && !turn.begun().isAfter(past))) {
                return;
            }
            eldest.remove();
        }
    }
}
