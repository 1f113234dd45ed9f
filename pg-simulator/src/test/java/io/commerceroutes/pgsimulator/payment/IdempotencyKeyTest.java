package io.commerceroutes.pgsimulator.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commerceroutes.pgsimulator.http.GatewayProblem;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {
    @Test
    void the_quoted_and_the_bare_form_are_equal() {
        assertThat(IdempotencyKey.of("\"a-key\"")).isEqualTo("a-key").isEqualTo(IdempotencyKey.of(" a-key "));
    }

    @Test
    void no_header_is_no_key() {
        assertThat(IdempotencyKey.of(null)).isNull();
        assertThat(IdempotencyKey.of(" ")).isNull();
    }

    @Test
    void a_key_that_is_empty_or_too_long_is_refused() {
        assertThatThrownBy(() -> IdempotencyKey.of("\"\"")).isInstanceOf(GatewayProblem.class);
        assertThatThrownBy(() -> IdempotencyKey.of("x".repeat(256))).isInstanceOf(GatewayProblem.class);
        assertThat(IdempotencyKey.of("x".repeat(255))).hasSize(255);
    }
}
