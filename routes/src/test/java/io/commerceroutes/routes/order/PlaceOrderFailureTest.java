package io.commerceroutes.routes.order;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.CommerceFlowTest;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceOrderFailureTest extends CommerceFlowTest {
    private static final int RETRIES = 3;

    @ParameterizedTest
    @ValueSource(strings = {"begin jdbc-transaction", "lock", "write", "commit"})
    void a_lost_race_repeats_the_whole_transaction_until_it_is_won(String step) {
        journal().failNext(step, TechnicalFailure.conflict(), TechnicalFailure.conflict(), TechnicalFailure.conflict());

        Reply reply = order();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(begun()).isEqualTo(1 + RETRIES);
        assertThat(shop.orders()).hasSize(1);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(900);
        assertThat(waitingFor(WAKE_RELAY)).isOne();
    }

    @Test
    void a_race_lost_once_more_than_it_is_repeated_is_answered_with_when_to_try_again() {
        journal().failAlways("write", TechnicalFailure.conflict());

        Reply reply = order();

        unavailable(reply);
        assertThat(begun()).isEqualTo(1 + RETRIES);
    }

    @Test
    void a_refusal_after_a_lost_race_is_final() {
        journal().failNext("write", TechnicalFailure.conflict());
        journal().failNext("commit", new ApiProblem(409, "OUT_OF_STOCK", "Gone."));

        Reply reply = order();

        assertThat(reply.status()).isEqualTo(409);
        assertThat(begun()).isEqualTo(2);
    }

    @Test
    void a_failure_after_a_lost_race_is_final() {
        journal().failNext("write", TechnicalFailure.conflict(), TechnicalFailure.unexpected());

        assertThat(order().status()).isEqualTo(500);
        assertThat(begun()).isEqualTo(2);
    }

    @Test
    void an_idempotency_key_is_claimed_anew_in_each_repetition_and_stored_once() {
        journal().failNext("write", TechnicalFailure.conflict());

        Reply reply = api.post("/api/v1/orders", ONE_TEA, "Idempotency-Key", "race");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(journal().entries())
                .containsExactly(
                        "begin jdbc-transaction",
                        "claim race",
                        "lock",
                        "write",
                        "begin jdbc-transaction",
                        "claim race",
                        "lock",
                        "write",
                        "store race",
                        "commit");
    }

    @Test
    void an_outage_is_answered_with_when_to_try_again_and_is_not_repeated() {
        journal().failAlways("lock", TechnicalFailure.outage());

        Reply reply = order();

        unavailable(reply);
        assertThat(begun()).isOne();
    }

    @Test
    void what_nobody_reckoned_with_is_our_fault_and_says_nothing_of_the_inside() {
        journal().failAlways("write", TechnicalFailure.unexpected());

        Reply reply = order();

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.<String>at("$.code")).isEqualTo("INTERNAL_ERROR");
        assertThat(reply.header("Retry-After")).isEmpty();
        assertThat(begun()).isOne();
        nothingHappened(reply);
    }

    @Test
    void a_commit_that_fails_is_no_order() {
        journal().failAlways("commit", TechnicalFailure.outage());

        unavailable(order());
    }

    private static final String ONE_TEA = """
            {"items":[{"productId":11,"quantity":1}],"payment":{"method":"POINT"}}""";

    private Reply order() {
        return api.post("/api/v1/orders", ONE_TEA);
    }

    private long begun() {
        return journal().count("begin jdbc-transaction");
    }

    private void unavailable(Reply reply) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.<String>at("$.code")).isEqualTo("UNAVAILABLE");
        assertThat(reply.header("Retry-After")).hasValue("1");
        nothingHappened(reply);
    }

    private void nothingHappened(Reply reply) {
        assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.body()).doesNotContain(TechnicalFailure.INSIDE_KNOWLEDGE, "Exception");
        assertThat(reply.header("Location")).isEmpty();
        assertThat(shop.orders()).isEmpty();
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_000);
        assertThat(waitingFor(WAKE_RELAY)).isZero();
    }
}
