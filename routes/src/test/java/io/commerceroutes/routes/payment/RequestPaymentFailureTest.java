package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_PAYMENTS;
import static io.commerceroutes.routes.payment.RequestPaymentRoute.PG_REQUESTS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.routes.shop.Gateway;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gateway leaves open is asked for again only once it is known that nothing came of it. */
class RequestPaymentFailureTest extends PaymentFlowTest {
    static Stream<Arguments> answersThatTellNothing() {
        return Stream.of(
                Arguments.of("no JSON", ok("It works! " + CARD_NUMBER)),
                Arguments.of("no body", ok()),
                Arguments.of("too long a body", ok("{\"meta\":\"" + "x".repeat(65_536) + "\"}")),
                Arguments.of("no data", okJson("{\"meta\":{\"result\":\"SUCCESS\"}}")),
                Arguments.of("no key", okJson("{\"data\":{\"status\":\"PENDING\"}}")),
                Arguments.of("a key that leads elsewhere", okJson("{\"data\":{\"transactionKey\":\"..\"}}")),
                Arguments.of("a key too long", okJson("{\"data\":{\"transactionKey\":\"" + "k".repeat(65) + "\"}}")),
                Arguments.of("a redirect", aResponse().withStatus(307).withHeader("Location", "/elsewhere")),
                Arguments.of("503", aResponse().withStatus(503).withBody("card " + CARD_NUMBER)),
                Arguments.of("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("an empty answer", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("silence", Gateway.silence()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatTellNothing")
    void what_tells_nothing_is_not_repeated_before_the_quiet_time_and_a_404(
            String what, ResponseDefinitionBuilder answer) {
        String orderId = placeCardOrder();
        Gateway.answersRequests(answer);
        request(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.UNCLEAR);
        assertThat(breaker(PG_REQUESTS).getMetrics().getNumberOfFailedCalls()).isOne();
        isUntouched(orderId);
        assertThat(shop.cards()).containsOnlyKeys(orderId);

        clock.pass(ofSeconds(4));
        reconcile(orderId);
        assertThat(Gateway.lookUps()).hasSize(1);
        assertThat(Gateway.attempts()).hasSize(1);

        clock.pass(ofSeconds(1));
        Gateway.accepts(KEY);
        reconcile(orderId);
        assertThat(Gateway.lookUps()).hasSize(2);
        assertThat(Gateway.attempts()).hasSize(2);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.ABSENT, AttemptOutcome.ACCEPTED);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
    }

    @Test
    void an_error_of_the_gateways_own_is_repeated_after_a_404_and_the_back_off() {
        String orderId = placeCardOrder();
        Gateway.fails(500, "nothing kept");
        request(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.SERVER_ERROR);

        reconcile(orderId);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.ABSENT);
        assertThat(Gateway.attempts()).hasSize(1);

        clock.pass(ofSeconds(2));
        reconcile(orderId);
        assertThat(Gateway.lookUps()).hasSize(1);
        assertThat(Gateway.attempts()).hasSize(2);
    }

    @Test
    void an_error_whose_back_off_is_over_is_repeated_right_after_the_404() {
        String orderId = placeCardOrder();
        Gateway.fails(500, "nothing kept");
        request(orderId);
        clock.pass(ofSeconds(2));

        reconcile(orderId);

        assertThat(Gateway.lookUps()).hasSize(1);
        assertThat(Gateway.attempts()).hasSize(2);
        assertThat(Gateway.attempts())
                .extracting(attempt -> attempt.getHeader("Idempotency-Key"))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_error_that_kept_the_payment_all_the_same_is_adopted_and_never_repeated() {
        String orderId = placeCardOrder();
        Gateway.fails(500, "kept all the same");
        request(orderId);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        clock.pass(ofSeconds(2));

        reconcile(orderId);
        clock.pass(ofSeconds(60));
        reconcile(orderId);

        assertThat(Gateway.attempts()).hasSize(1);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.PAID);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.ADOPTED);
    }

    @Test
    void a_refused_connection_is_repeated_without_a_look_up() {
        String orderId = placeCardOrder();
        whileTheGatewayIsAway(() -> request(orderId));
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.PENDING);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.NOT_SENT);
        clock.pass(ofSeconds(2));
        Gateway.accepts(KEY);

        reconcile(orderId);

        assertThat(Gateway.lookUps()).isEmpty();
        assertThat(Gateway.attempts()).hasSize(1);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
    }

    @Test
    void what_an_open_breaker_refuses_is_no_attempt_and_is_drained_when_it_closes() throws Exception {
        Gateway.fails(500, "outage");
        IntStream.range(0, 4).forEach(n -> request(placeCardOrder(1)));
        assertThat(breaker(PG_REQUESTS).getState()).isEqualTo(CircuitBreaker.State.OPEN);
        List<String> refused =
                IntStream.range(0, 3).mapToObj(n -> placeCardOrder(1)).toList();
        long begun = journal().count("begin jdbc-transaction");

        refused.forEach(this::request);

        assertThat(Gateway.attempts()).hasSize(4);
        assertThat(journal().count("begin jdbc-transaction")).isEqualTo(begun);
        assertThat(refused).allSatisfy(orderId -> {
            assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.PENDING);
            assertThat(shop.payment(orderId)).isNull();
        });
        breaker(PG_REQUESTS).reset();
        Gateway.accepts("{{randomValue type='UUID'}}");
        fire(RECONCILE_PAYMENTS, "find due");
        assertThat(refused).allSatisfy(orderId -> {
            assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
            assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.ACCEPTED);
        });
    }

    @Test
    void what_a_full_bulkhead_refuses_is_no_attempt_and_no_failure_of_the_gateways() throws Exception {
        String orderId = placeCardOrder();
        Gateway.accepts(KEY);

        whileFull(PG_REQUESTS, () -> request(orderId));

        assertThat(Gateway.requests()).isEmpty();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.PENDING);
        assertThat(shop.payment(orderId)).isNull();
        assertThat(breaker(PG_REQUESTS).getMetrics().getNumberOfBufferedCalls()).isZero();
        request(orderId);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.ACCEPTED);
    }
}
