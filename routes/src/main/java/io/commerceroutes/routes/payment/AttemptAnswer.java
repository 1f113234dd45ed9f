package io.commerceroutes.routes.payment;

import io.commerceroutes.domain.settlement.AttemptOutcome;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.util.ObjectHelper;

/** What an HTTP status, or the lack of one, says about an attempt. */
final class AttemptAnswer {
    /** Refused before it was looked into: nothing was kept. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 405, 413, 415, 422, 429);

    /** The gateway's own failures; 502 to 504 come from what stands before it. */
    private static final Set<Integer> ITS_OWN_FAILURES = Set.of(500, 501);

    private AttemptAnswer() {}

    static AttemptOutcome ofStatus(int status, String message) {
        if (REFUSALS.contains(status)) {
            return status == 400 && blamesTheCard(message)
                    ? AttemptOutcome.CARD_REFUSED
                    : AttemptOutcome.REQUEST_REFUSED;
        }
        return ITS_OWN_FAILURES.contains(status) ? AttemptOutcome.SERVER_ERROR : AttemptOutcome.UNCLEAR;
    }

    /** Only a connection that was never made says that nothing was sent. */
    static AttemptOutcome ofFailure(Throwable failure) {
        for (Throwable cause : ObjectHelper.createExceptionIterable(failure)) {
            if (cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnknownHostException) {
                return AttemptOutcome.NOT_SENT;
            }
        }
        return AttemptOutcome.UNCLEAR;
    }

    private static boolean blamesTheCard(String message) {
        String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
        return text.contains("card") || text.contains("카드");
    }
}
