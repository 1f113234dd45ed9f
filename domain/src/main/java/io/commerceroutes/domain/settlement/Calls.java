package io.commerceroutes.domain.settlement;

/**
 * How often the gateway called about a payment, and how many of these calls were followed up by a look-up that went out
 * after them: only that can have read what they were about.
 */
public record Calls(long received, long followedUp) {
    public static final Calls NONE = new Calls(0, 0);

    /** @throws IllegalArgumentException if more were followed up than received */
    public Calls {
        if (followedUp < 0 || followedUp > received) {
            throw new IllegalArgumentException("%d calls, of which %d followed up".formatted(received, followedUp));
        }
    }

    /** Whether a call waits for its look-up. */
    boolean areOpen() {
        return received > followedUp;
    }

    /** @param calls as many as had been received when the look-up went out that has come back now */
    Calls followedUpTo(long calls) {
        return new Calls(received, Math.max(followedUp, calls));
    }
}
