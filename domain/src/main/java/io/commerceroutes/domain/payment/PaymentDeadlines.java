package io.commerceroutes.domain.payment;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a card payment may stay open, counted from its order.
 *
 * @param check when it is looked at first, should the request that follows the order have been lost
 * @param soft from here on the gateway is not asked for money any more, and a payment it does not know expires
 * @param hard here it expires, whatever is known
 */
public record PaymentDeadlines(Duration check, Duration soft, Duration hard) {
    /** @throws IllegalArgumentException if they are not in this order */
    public PaymentDeadlines {
        if (check.isNegative() || check.compareTo(soft) > 0 || soft.compareTo(hard) > 0) {
            throw new IllegalArgumentException("Deadlines follow one another: %s, %s, %s".formatted(check, soft, hard));
        }
    }

    public Instant check(Instant ordered) {
        return ordered.plus(check);
    }

    public Instant soft(Instant ordered) {
        return ordered.plus(soft);
    }

    public Instant hard(Instant ordered) {
        return ordered.plus(hard);
    }
}
