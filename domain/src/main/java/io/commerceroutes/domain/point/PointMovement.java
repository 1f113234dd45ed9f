package io.commerceroutes.domain.point;

import java.time.Instant;
import java.util.Optional;

/** One entry of the point ledger: {@code delta} won, positive when points came in. */
public record PointMovement(Kind kind, long delta, Optional<String> orderId, Instant at) {
    /** Why points moved. */
    public enum Kind {
        CHARGE,
        USE,
        REFUND,
        EARN,
        REVOKE
    }
}
