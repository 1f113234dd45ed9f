package io.commerceroutes.adapters.storefront;

import java.time.Duration;

/** A value as it was when its loading began. */
record Seen<V>(V value, long sinceNanos) {
    /** How much is left of the age that it may reach. */
    Duration left(Duration ageMax) {
        Duration left = ageMax.minusNanos(System.nanoTime() - sinceNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
