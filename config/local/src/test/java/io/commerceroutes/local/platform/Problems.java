package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.local.platform.ShopClient.Answer;
import java.util.List;
import java.util.Set;

/** What an answer to bad input must be: a problem of the contract that shows nothing of the inside. */
final class Problems {
    private static final List<String> FIELDS = List.of("type", "title", "status", "detail", "instance", "code");
    private static final List<String> INSIDE = List.of("Exception", "SELECT", "INSERT", "java.", "io.commerce");
    private static final Set<String> CODES = Set.of(
            "VALIDATION_FAILED",
            "MALFORMED_REQUEST",
            "UNAUTHENTICATED",
            "FORBIDDEN",
            "NOT_FOUND",
            "METHOD_NOT_ALLOWED",
            "NOT_ACCEPTABLE",
            "USER_ALREADY_EXISTS",
            "OUT_OF_STOCK",
            "INSUFFICIENT_POINTS",
            "COUPON_NOT_USABLE",
            "COUPON_SOLD_OUT",
            "COUPON_ALREADY_ISSUED",
            "NOTHING_TO_RESOLVE",
            "RECORD_TOO_LARGE",
            "REQUEST_IN_PROGRESS",
            "CONTENT_TOO_LARGE",
            "UNSUPPORTED_MEDIA_TYPE",
            "IDEMPOTENCY_KEY_REUSED",
            "RATE_LIMITED");

    private Problems() {}

    static void assertProblem(Answer answer, int status, String code) {
        assertProblem(answer, Set.of(status));
        assertThat(answer.text("code")).as("%s", answer).isEqualTo(code);
    }

    /** Whether it is such a problem, with a code that the contract or its documents know. */
    static boolean isProblem(Answer answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String code = answer.text("code");
        return type.startsWith("application/problem+json")
                && FIELDS.stream().allMatch(answer.body()::has)
                && answer.status() == answer.body().path("status").asInt()
                && (CODES.contains(code) || code.endsWith("_NOT_FOUND"))
                && INSIDE.stream().noneMatch(answer.body().toString()::contains);
    }

    static void assertProblem(Answer answer, Set<Integer> statuses) {
        assertThat(answer.status()).as("%s", answer).isIn(statuses);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        for (String field : FIELDS) {
            assertThat(answer.body().has(field)).as("%s of %s", field, answer).isTrue();
        }
        assertThat(answer.body().toString()).doesNotContain(INSIDE);
    }
}
