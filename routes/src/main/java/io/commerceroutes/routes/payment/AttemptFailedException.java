package io.commerceroutes.routes.payment;

import io.commerceroutes.domain.settlement.Finding.AttemptFailed;

/** An attempt that the breaker is to count as a failure of the gateway's, with what is known of it all the same. */
final class AttemptFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient AttemptFailed finding;

    /** @param why without a word of the gateway's, which might quote the card */
    AttemptFailedException(AttemptFailed finding, String why) {
        super("Attempt %d: %s, %s".formatted(finding.attemptNo(), finding.outcome(), why), null, false, false);
        this.finding = finding;
    }

    AttemptFailed finding() {
        return finding;
    }
}
