package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.commerceroutes.routes.payment.RefundPaymentRoute.CLAIM_REFUNDS;
import static io.commerceroutes.routes.payment.RefundPaymentRoute.PG_REFUNDS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.TechnicalFailure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails or comes between: no money goes back twice, and no refund is tried for ever. */
class RefundPaymentFailureTest extends RefundTest {
    static Stream<Arguments> answersThatTellNothing() {
        return Stream.of(
                Arguments.of("500", aResponse().withStatus(500)),
                Arguments.of("503", aResponse().withStatus(503)),
                Arguments.of("409", aResponse().withStatus(409)),
                Arguments.of("400", aResponse().withStatus(400).withBody(CARD_NUMBER)),
                Arguments.of("429", aResponse().withStatus(429)),
                Arguments.of("a redirect", aResponse().withStatus(302).withHeader("Location", "/")),
                Arguments.of("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("silence", Gateway.silence()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatTellNothing")
    void an_answer_that_tells_nothing_is_tried_again_later_and_not_for_ever(
            String what, ResponseDefinitionBuilder answer) throws Exception {
        Gateway.answersRefunds(KEY, answer);

        isTriedAtGrowingIntervals(3);
        run();

        is(PaymentStatus.REFUND_FAILED, RefundState.FAILED);
        assertThat(Gateway.refunds(KEY)).hasSize(3);
    }

    @Test
    void a_refund_that_timed_out_is_looked_up_before_it_is_repeated_and_not_repeated_if_it_was_made() throws Exception {
        Gateway.answersRefunds(KEY, Gateway.silence());
        run();
        isPostponed(1, 10);
        int lookUps = Gateway.lookUps(KEY).size();
        Gateway.knows(KEY, orderId, "SUCCESS", 300, 300);
        clock.pass(ofSeconds(10));

        run();

        assertThat(Gateway.lookUps(KEY)).hasSize(lookUps + 1);
        assertThat(Gateway.refunds(KEY)).hasSize(1);
        is(PaymentStatus.REFUNDED, RefundState.REFUNDED);
    }

    @Test
    void a_refund_that_timed_out_and_was_not_made_is_looked_up_and_then_repeated() throws Exception {
        Gateway.answersRefunds(KEY, Gateway.silence());
        run();
        Gateway.answersRefunds(KEY, ok());
        clock.pass(ofSeconds(10));
        int before = Gateway.requests().size();

        run();

        assertThat(Gateway.requests().stream().skip(before))
                .extracting(request -> request.getMethod().getName())
                .containsExactly("GET", "POST");
        is(PaymentStatus.REFUNDED, RefundState.REFUNDED);
    }

    static Stream<Arguments> lookUpsThatTellNothing() {
        return Stream.of(
                Arguments.of("500", aResponse().withStatus(500)),
                Arguments.of("404", aResponse().withStatus(404)),
                Arguments.of("no data", okJson("{}")),
                Arguments.of("no JSON", ok("it works")),
                Arguments.of("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("silence", Gateway.silence()),
                Arguments.of("another transaction", okJson("{\"data\":{\"transactionKey\":\"other\"}}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookUpsThatTellNothing")
    void without_a_look_up_no_refund_is_sent(String what, ResponseDefinitionBuilder answer) throws Exception {
        Gateway.answersLookUps(KEY, answer);

        isTriedAtGrowingIntervals(5);
        run();

        is(PaymentStatus.REFUND_FAILED, RefundState.FAILED);
        assertThat(Gateway.refunds(KEY)).isEmpty();
    }

    @Test
    void what_an_open_breaker_refuses_is_postponed_and_is_no_try() throws Exception {
        Gateway.answersRefunds(KEY, aResponse().withStatus(500));
        isTriedAtGrowingIntervals(1);
        Gateway.answersRefunds(KEY, ok());
        breaker(PG_REFUNDS).transitionToOpenState();
        int lookUps = Gateway.lookUps(KEY).size();

        for (int i = 0; i < 5; i++) {
            run();
            isPostponed(1, 30);
            clock.pass(ofSeconds(30));
        }

        assertThat(Gateway.lookUps(KEY)).hasSize(lookUps);
        assertThat(breaker(PG_REFUNDS).getState()).isEqualTo(CircuitBreaker.State.OPEN);
        breaker(PG_REFUNDS).reset();
        run();
        is(PaymentStatus.REFUNDED, RefundState.REFUNDED);
    }

    @Test
    void what_a_full_bulkhead_refuses_is_postponed_and_is_no_failure_of_the_gateways() throws Exception {
        int lookUps = Gateway.lookUps(KEY).size();

        whileFull(PG_REFUNDS, this::run);

        isPostponed(0, 10);
        assertThat(Gateway.lookUps(KEY)).hasSize(lookUps);
        assertThat(breaker(PG_REFUNDS).getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void whoever_was_stopped_between_claim_and_call_sends_nothing() throws Exception {
        journal().meanwhile("claim refunds", () -> clock.pass(ofSeconds(31)));

        run();

        assertThat(Gateway.refunds(KEY)).isEmpty();
        is(PaymentStatus.REFUNDING, RefundState.DUE);
        clock.pass(ofSeconds(10));
        run();
        is(PaymentStatus.REFUNDED, RefundState.REFUNDED);
    }

    @Test
    void whose_refund_somebody_else_has_claimed_sends_nothing_and_postpones_nothing() throws Exception {
        journal().meanwhile("confirm refund", () -> {
            clock.pass(ofSeconds(31));
            producer.sendBody("direct:" + CLAIM_REFUNDS, "");
        });

        run();

        assertThat(Gateway.refunds(KEY)).isEmpty();
        assertThat(shop.refundTries(KEY)).isEqualTo(2);
        assertThat(shop.refundDueAt(KEY)).isEqualTo(clock.instant().plusSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock payment", "write payment", "commit"})
    void a_lost_race_repeats_the_settlement_and_not_the_refund(String step) throws Exception {
        journal().meanwhile("confirm refund", () -> journal().failNext(step, TechnicalFailure.conflict()));

        run();

        assertThat(Gateway.refunds(KEY)).hasSize(1);
        is(PaymentStatus.REFUNDED, RefundState.REFUNDED);
    }

    @Test
    void a_settlement_that_fails_is_told_in_one_line_and_the_next_try_finds_the_money_gone_back() throws Exception {
        journal().failNext("write payment", TechnicalFailure.outage());
        run();
        is(PaymentStatus.REFUNDING, RefundState.DUE);
        assertThat(logged())
                .filteredOn(line -> line.contains(TechnicalFailure.INSIDE_KNOWLEDGE))
                .singleElement()
                .asString()
                .startsWith("WARN ")
                .contains(" failed, the next run tries again");

        Gateway.knows(KEY, orderId, "SUCCESS", 300, 300);
        clock.pass(ofSeconds(30));
        run();

        assertThat(Gateway.refunds(KEY)).hasSize(1);
        is(PaymentStatus.REFUNDED, RefundState.REFUNDED);
    }
}
