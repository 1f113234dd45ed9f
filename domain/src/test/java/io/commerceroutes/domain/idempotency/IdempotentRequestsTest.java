package io.commerceroutes.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.idempotency.IdempotentRequests.KeyUsed;
import io.commerceroutes.domain.idempotency.IdempotentRequests.RequestInProgress;
import org.junit.jupiter.api.Test;

class IdempotentRequestsTest {
    private final RuntimeException cause = new RuntimeException("Duplicate entry");

    @Test
    void a_used_key_and_a_running_request_are_told_apart_and_keep_their_cause() {
        assertThat(new KeyUsed(cause)).hasCause(cause).hasMessageContaining("has been used");
        assertThat(new RequestInProgress(cause)).hasCause(cause).hasMessageContaining("still running");
    }

    @Test
    void expected_failures_cost_no_stack_trace() {
        assertThat(new KeyUsed(cause).getStackTrace()).isEmpty();
        assertThat(new RequestInProgress(cause).getStackTrace()).isEmpty();
    }

    @Test
    void keys_are_equal_when_user_operation_key_and_fingerprint_are() {
        IdempotencyKey key = new IdempotencyKey(1, "POST /api/v1/orders", "abc", "f00d");

        assertThat(key)
                .isEqualTo(new IdempotencyKey(1, "POST /api/v1/orders", "abc", "f00d"))
                .isNotEqualTo(new IdempotencyKey(2, "POST /api/v1/orders", "abc", "f00d"))
                .isNotEqualTo(new IdempotencyKey(1, "POST /api/v1/points/charge", "abc", "f00d"));
    }
}
