package io.commerceroutes.pgsimulator.payment;

import io.commerceroutes.pgsimulator.http.GatewayProblem;

/** The value of an Idempotency-Key header; its quoted and its bare form are equal (IETF draft, 2.1). */
final class IdempotencyKey {
    private static final int MAX_LENGTH = 255;

    private IdempotencyKey() {}

    /** Null for none. */
    static String of(String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String value = header.strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String key = quoted ? value.substring(1, value.length() - 1) : value;
        if (key.isEmpty() || key.length() > MAX_LENGTH) {
            throw GatewayProblem.badRequest("Idempotency-Key must have 1 to 255 characters");
        }
        return key;
    }
}
