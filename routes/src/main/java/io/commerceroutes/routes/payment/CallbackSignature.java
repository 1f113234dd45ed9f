package io.commerceroutes.routes.payment;

import java.time.Instant;

/** Tells a callback of the gateway's from one of anybody's. Neither is believed: the gateway is asked in any case. */
@FunctionalInterface
public interface CallbackSignature {
    /** What carries it. */
    String HEADER = "X-PG-SIGNATURE";

    /** For a gateway that does not sign. */
    CallbackSignature UNCHECKED = (header, body, now) -> true;

    /**
     * Whether the callback is to be listened to.
     *
     * @param header as it came; null if none did
     * @param body the very bytes that came
     */
    boolean isValid(String header, byte[] body, Instant now);
}
