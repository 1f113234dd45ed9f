package io.commerceroutes.app.openapi;

import io.commerceroutes.app.openapi.OperationWords.Audience;
import io.swagger.v3.oas.models.Operation;
import java.util.SortedSet;
import java.util.TreeSet;

/** The statuses that refuse a request, each with the name of its answer among the shared components. */
enum Refusal {
    BAD_REQUEST(400, "BadRequest"),
    UNAUTHENTICATED(401, "Unauthenticated"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "NotFound"),
    CONFLICT(409, "Conflict"),
    TOO_LARGE(413, "TooLarge"),
    UNSUPPORTED_MEDIA_TYPE(415, "UnsupportedMediaType"),
    KEY_REUSED(422, "KeyReused"),
    RATE_LIMITED(429, "RateLimited"),
    UNAVAILABLE(503, "Unavailable");

    private final int status;
    private final String component;

    Refusal(int status, String component) {
        this.status = status;
        this.component = component;
    }

    String status() {
        return Integer.toString(status);
    }

    String reference() {
        return "#/components/responses/" + component;
    }

    /** The status that goes with a code of ours. */
    static int statusOf(String code) {
        return ofCode(code).status;
    }

    /** All that an operation can be refused with, from what it takes, who may call it, and its own codes. */
    static SortedSet<Refusal> of(Operation operation, OperationWords words) {
        SortedSet<Refusal> refusals = new TreeSet<>();
        refusals.add(RATE_LIMITED);
        refusals.add(UNAVAILABLE);
        if (operation.getParameters() != null) {
            refusals.add(BAD_REQUEST);
        }
        if (operation.getRequestBody() != null) {
            refusals.add(BAD_REQUEST);
            refusals.add(TOO_LARGE);
            refusals.add(UNSUPPORTED_MEDIA_TYPE);
        }
        if (words.role() != Audience.ANYONE) {
            refusals.add(UNAUTHENTICATED);
            refusals.add(FORBIDDEN);
        }
        if (words.idempotent()) {
            refusals.add(CONFLICT);
            refusals.add(KEY_REUSED);
        }
        words.refusals().forEach(code -> refusals.add(ofCode(code)));
        return refusals;
    }

    private static Refusal ofCode(String code) {
        if (code.equals(UNAUTHENTICATED.name())) {
            return UNAUTHENTICATED;
        }
        return code.endsWith("_NOT_FOUND") ? NOT_FOUND : CONFLICT;
    }
}
