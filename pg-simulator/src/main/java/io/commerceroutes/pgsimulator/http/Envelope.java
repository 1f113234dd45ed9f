package io.commerceroutes.pgsimulator.http;

import org.springframework.http.HttpStatus;

/** The form of every answer of the gateway. */
public record Envelope(Meta meta, Object data) {
    /** Whether it worked, and if not, why. */
    public record Meta(String result, String errorCode, String message) {}

    public static Envelope success(Object data) {
        return new Envelope(new Meta("SUCCESS", null, null), data);
    }

    public static Envelope failure(int status, String message) {
        return new Envelope(new Meta("FAIL", HttpStatus.valueOf(status).getReasonPhrase(), message), null);
    }
}
