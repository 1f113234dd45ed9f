package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.local.platform.ShopClient.Answer;
import java.util.List;
import java.util.Set;

/** What an answer to bad input must be: a problem of the contract that shows nothing of the inside. */
final class Problems {
    private static final List<String> FIELDS = List.of("type", "title", "status", "detail", "instance", "code");

    private Problems() {}

    static void assertProblem(Answer answer, int status, String code) {
        assertProblem(answer, Set.of(status));
        assertThat(answer.text("code")).as("%s", answer).isEqualTo(code);
    }

    static void assertProblem(Answer answer, Set<Integer> statuses) {
        assertThat(answer.status()).as("%s", answer).isIn(statuses);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        for (String field : FIELDS) {
            assertThat(answer.body().has(field)).as("%s of %s", field, answer).isTrue();
        }
        assertThat(answer.body().toString()).doesNotContain("Exception", "SELECT", "INSERT", "java.", "io.commerce");
    }
}
