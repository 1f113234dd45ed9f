package io.commerceroutes.domain.metrics;

import java.time.Duration;

/**
 * How far an event's time may be off, and how large its numbers may be.
 *
 * @param clockSkew how far ahead of our clock an event may be dated
 * @param acceptedLateness how long after its time an event may reach its topic
 * @param topicRetention how long a topic keeps an event, so how much later it may be read again
 * @param paidAge how far back the payment may lie that an OrderPaid or OrderCanceled speaks of
 */
public record EventLimits(Duration clockSkew, Duration acceptedLateness, Duration topicRetention, Duration paidAge) {
    public static final int ITEMS_MAX = 1_000;
    public static final int NAME_LENGTH_MAX = 255;
    public static final long QUANTITY_MAX = 1_000_000;
    /** In won. One order stays below it, so that a batch of thousands cannot overflow a sum. */
    public static final long ORDER_AMOUNT_MAX = 1_000_000_000_000_000L;

    private static final Duration ANY_AGE = Duration.ofDays(365_000);

    public EventLimits {
        requireNotNegative("clockSkew", clockSkew);
        requireNotNegative("acceptedLateness", acceptedLateness);
        requireNotNegative("topicRetention", topicRetention);
        requireNotNegative("paidAge", paidAge);
    }

    /** The oldest event that may still be counted; handled events must be remembered for longer than this. */
    public Duration ageMax() {
        return topicRetention.plus(acceptedLateness);
    }

    /** The same limits for events whose age was judged before, when they first came. */
    public EventLimits forAnyAge() {
        return new EventLimits(clockSkew, ANY_AGE, ANY_AGE, paidAge);
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative: " + value);
        }
    }
}
