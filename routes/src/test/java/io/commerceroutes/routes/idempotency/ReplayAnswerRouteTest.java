package io.commerceroutes.routes.idempotency;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.idempotency.IdempotentRequests;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayAnswerRouteTest extends CommerceFlowTest {
    private static final String ORDERS = "/api/v1/orders";
    private static final String ONE_TEA = """
            {"items":[{"productId":11,"quantity":1}],"payment":{"method":"POINT"}}""";
    private static final String TWO_TEAS = ONE_TEA.replace("\"quantity\":1", "\"quantity\":2");

    @Test
    void a_key_that_is_new_is_claimed_first_and_its_answer_stored_last() {
        Reply reply = order(ONE_TEA, "k-1");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Idempotent-Replayed")).isEmpty();
        assertThat(journal().entries())
                .containsExactly("begin jdbc-transaction", "claim k-1", "lock", "write", "store k-1", "commit");
    }

    @Test
    void the_same_request_again_gets_the_same_answer_and_no_second_order() {
        Reply first = order(ONE_TEA, "k-1");
        forgetHandOvers();

        Reply again = order(ONE_TEA, "k-1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isPresent();
        assertThat(again.header("Content-Type")).hasValue("application/json");
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
        assertThat(shop.orders()).hasSize(1);
        assertThat(waitingFor(WAKE_RELAY)).isZero();
    }

    @Test
    void a_quoted_key_equals_the_bare_one() {
        order(ONE_TEA, "\"k-1\"");

        assertThat(order(ONE_TEA, "k-1").header("Idempotent-Replayed")).hasValue("true");
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        order(ONE_TEA, "k-1");

        Reply reply = order(TWO_TEAS, "k-1");

        refused(reply, 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void a_key_is_its_users_own() {
        order(ONE_TEA, "k-1");
        signedIn.as(2);

        assertThat(order(ONE_TEA, "k-1").<String>at("$.code")).isEqualTo("USER_NOT_FOUND");
    }

    @Test
    void a_key_is_its_paths_own() {
        order(ONE_TEA, "k-1");

        Reply charge = api.post("/api/v1/points/charge", "{\"amount\":1}", "Idempotency-Key", "k-1");

        assertThat(charge.status()).isEqualTo(200);
        assertThat(charge.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void a_charge_is_replayed_too_and_has_no_location() {
        String charge = "{\"amount\":500}";
        Reply first = api.post("/api/v1/points/charge", charge, "Idempotency-Key", "k-1");

        Reply again = api.post("/api/v1/points/charge", charge, "Idempotency-Key", "k-1");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body()).isEqualTo("{\"balance\":1500}");
        assertThat(again.header("Location")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_500);
    }

    @Test
    void after_a_refusal_the_key_is_free() {
        assertThat(order(ONE_TEA.replace("11", "99"), "k-1").status()).isEqualTo(404);

        assertThat(order(ONE_TEA, "k-1").status()).isEqualTo(201);
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void after_a_failure_the_key_is_free() {
        journal().failNext("store k-1", TechnicalFailure.unexpected());
        assertThat(order(ONE_TEA, "k-1").status()).isEqualTo(500);
        assertThat(shop.orders()).isEmpty();

        assertThat(order(ONE_TEA, "k-1").status()).isEqualTo(201);
    }

    @Test
    void an_equal_request_that_still_runs_is_a_conflict() {
        journal().failNext("claim k-1", new IdempotentRequests.RequestInProgress(TechnicalFailure.unexpected()));

        refused(order(ONE_TEA, "k-1"), 409, "REQUEST_IN_PROGRESS");
    }

    @Test
    void an_equal_request_that_ran_and_left_no_answer_is_a_conflict() {
        journal().failNext("claim k-1", new IdempotentRequests.KeyUsed(TechnicalFailure.unexpected()));

        refused(order(ONE_TEA, "k-1"), 409, "REQUEST_IN_PROGRESS");
    }

    @Test
    void an_answer_that_cannot_be_read_now_is_to_be_tried_again() {
        order(ONE_TEA, "k-1");
        journal().failAlways("find k-1", TechnicalFailure.outage());

        Reply reply = order(ONE_TEA, "k-1");

        refused(reply, 503, "UNAVAILABLE");
        assertThat(reply.header("Retry-After")).hasValue("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\"\"", "\"  \""})
    void a_blank_key_is_not_acceptable(String key) {
        notAcceptable(order(ONE_TEA, key));
    }

    @Test
    void a_key_has_up_to_255_characters() {
        notAcceptable(order(ONE_TEA, "k".repeat(256)));

        assertThat(order(ONE_TEA, "k".repeat(255)).status()).isEqualTo(201);
        assertThat(order(ONE_TEA, "\"" + "k".repeat(255) + "\"").header("Idempotent-Replayed"))
                .hasValue("true");
    }

    private Reply order(String body, String key) {
        return api.post(ORDERS, body, "Idempotency-Key", key);
    }

    private void notAcceptable(Reply reply) {
        refused(reply, 400, "VALIDATION_FAILED");
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly("Idempotency-Key");
        assertThat(journal().entries()).isEmpty();
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.<String>at("$.code")).isEqualTo(code);
        assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.header("Idempotent-Replayed")).isEmpty();
        assertThat(reply.body()).doesNotContain(TechnicalFailure.INSIDE_KNOWLEDGE);
    }
}
