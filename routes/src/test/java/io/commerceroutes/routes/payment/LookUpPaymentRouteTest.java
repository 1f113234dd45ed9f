package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.commerceroutes.routes.payment.LookUpPaymentRoute.PG_LOOK_UPS;
import static io.commerceroutes.routes.shop.Gateway.listed;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.routes.shop.Gateway;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LookUpPaymentRouteTest extends PaymentFlowTest {
    private static final String FOUND = "{\"data\":{\"orderId\":\"{{request.query.orderId}}\",\"transactions\":[%s]}}";

    @Test
    void the_gateway_is_asked_in_the_customers_name_by_order_and_then_by_key_and_told_nothing_else() {
        String orderId = placePaidOrder();

        assertThat(Gateway.lookUps())
                .singleElement()
                .satisfies(LookUpPaymentRouteTest::tellsTheCustomerOnly)
                .extracting(LoggedRequest::getUrl)
                .isEqualTo("/api/v1/payments?orderId=" + orderId);
        assertThat(Gateway.lookUps(KEY)).singleElement().satisfies(LookUpPaymentRouteTest::tellsTheCustomerOnly);
        assertThat(transaction(orderId, KEY).reason()).hasValue("as it is");
    }

    @Test
    void only_what_took_money_is_asked_for_by_its_key() {
        String orderId = placeRequestedOrder();
        Gateway.lookUpsFind(listed(KEY, "PENDING") + "," + listed(OTHER_KEY, "FAILED"));

        reconcile(orderId);

        assertThat(Gateway.lookUps(KEY)).isEmpty();
        assertThat(Gateway.lookUps(OTHER_KEY)).isEmpty();
        assertThat(shop.payment(orderId).transactions()).hasSize(2);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
    }

    @Test
    void an_amount_that_is_known_is_not_asked_for_again() {
        String orderId = placeCardOrder();
        Gateway.fails(500, "kept all the same");
        request(orderId);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);

        reconcile(orderId);
        clock.pass(ofSeconds(10));
        reconcile(orderId);

        assertThat(Gateway.lookUps()).hasSize(2);
        assertThat(Gateway.lookUps(KEY)).hasSize(1);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
    }

    @Test
    void a_card_that_the_gateways_reason_quotes_is_not_kept() {
        String orderId = placeRequestedOrder();
        Gateway.lookUpsFind("""
                {"transactionKey":"%s","status":"FAILED","reason":"card %s is over its limit"}""".formatted(KEY, CARD_NUMBER));

        reconcile(orderId);

        assertThat(transaction(orderId, KEY).reason()).hasValue("card **** is over its limit");
    }

    static Stream<Arguments> answersThatTellNothing() {
        return Stream.of(
                Arguments.of("500", aResponse().withStatus(500).withBody(CARD_NUMBER)),
                Arguments.of("503", aResponse().withStatus(503)),
                Arguments.of("400", aResponse().withStatus(400)),
                Arguments.of("a redirect", aResponse().withStatus(302).withHeader("Location", "/")),
                Arguments.of("no JSON", ok("404 " + CARD_NUMBER)),
                Arguments.of("no body", ok()),
                Arguments.of("too long a body", ok(" ".repeat(65_537))),
                Arguments.of("no data", okJson("{\"meta\":{\"result\":\"FAIL\"}}")),
                Arguments.of("another order", okJson("{\"data\":{\"orderId\":\"other\",\"transactions\":[]}}")),
                Arguments.of("no order", okJson("{\"data\":{\"transactions\":[]}}")),
                Arguments.of("no transactions", okJson("{\"data\":{\"orderId\":\"{{request.query.orderId}}\"}}")),
                Arguments.of("too many", finding(String.join(",", Collections.nCopies(21, listed("k", "FAILED"))))),
                Arguments.of("an unknown status", finding(listed("k", "MAYBE"))),
                Arguments.of("no status", finding("{\"transactionKey\":\"k\"}")),
                Arguments.of("no key", finding("{\"status\":\"FAILED\"}")),
                Arguments.of("a key that leads elsewhere", finding(listed("..", "SUCCESS"))),
                Arguments.of("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("silence", Gateway.silence()));
    }

    private static ResponseDefinitionBuilder finding(String transactions) {
        return okJson(FOUND.formatted(transactions));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatTellNothing")
    void an_answer_that_tells_nothing_is_no_404_and_is_asked_for_again(String what, ResponseDefinitionBuilder answer) {
        String orderId = placeCardOrder();
        Gateway.fails(500, "nothing kept");
        request(orderId);
        clock.pass(ofSeconds(2));
        Gateway.accepts(KEY);
        Gateway.answersLookUps(answer);

        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.SERVER_ERROR);
        assertThat(Gateway.attempts()).hasSize(1);
        assertThat(shop.payment(orderId).transactions()).isEmpty();
        assertThat(shop.payment(orderId).checks()).isOne();
        assertThat(shop.payment(orderId).dueAt()).hasValue(clock.instant().plusSeconds(10));
        assertThat(failedLookUps()).isOne();
    }

    static Stream<Arguments> detailsThatTellNothing() {
        return Stream.of(
                Arguments.of("404", aResponse().withStatus(404)),
                Arguments.of("500", aResponse().withStatus(500)),
                Arguments.of("no data", okJson("{}")),
                Arguments.of("another key", detail(OTHER_KEY, "", "300", "SUCCESS")),
                Arguments.of("another order", detail(KEY, "other", "300", "SUCCESS")),
                Arguments.of("no amount", detail(KEY, "", "null", "SUCCESS")),
                Arguments.of("less than nothing", detail(KEY, "", "-1", "SUCCESS")),
                Arguments.of("a part of a won", detail(KEY, "", "299.5", "SUCCESS")),
                Arguments.of("an unknown status", detail(KEY, "", "300", "MAYBE")));
    }

    /** @param orderId empty for the order that is asked about */
    private static ResponseDefinitionBuilder detail(String key, String orderId, String amount, String status) {
        return okJson("""
                {"data":{"transactionKey":"%s","orderId":"%s","amount":%s,"status":"%s"}}""".formatted(key, orderId, amount, status));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("detailsThatTellNothing")
    void a_detail_that_tells_nothing_leaves_the_payment_as_it_is(String what, ResponseDefinitionBuilder answer) {
        String orderId = placeRequestedOrder();
        CardPayment before = shop.payment(orderId);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        String body = answer.build().getBody();
        Gateway.answersLookUps(
                KEY,
                body == null ? answer : okJson(body.replace("\"orderId\":\"\"", "\"orderId\":\"" + orderId + "\"")));

        reconcile(orderId);

        assertThat(Gateway.lookUps(KEY)).hasSize(1);
        assertThat(shop.payment(orderId).transactions()).isEqualTo(before.transactions());
        assertThat(shop.payment(orderId).checks()).isOne();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
        isUntouched(orderId);
        assertThat(failedLookUps()).isOne();
    }

    @Test
    void what_an_open_breaker_refuses_is_no_look_up_and_the_payment_stays_due() {
        String orderId = placeRequestedOrder();
        Gateway.answersLookUps(aResponse().withStatus(500));
        clock.pass(ofSeconds(10));
        IntStream.range(0, 4).forEach(n -> reconcile(orderId));
        assertThat(breaker(PG_LOOK_UPS).getState()).isEqualTo(CircuitBreaker.State.OPEN);
        CardPayment before = shop.payment(orderId);

        reconcile(orderId);

        assertThat(Gateway.lookUps()).hasSize(4);
        assertThat(shop.payment(orderId)).isEqualTo(before);
        assertThat(breaker(RequestPaymentRoute.PG_REQUESTS).getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        breaker(PG_LOOK_UPS).reset();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        reconcile(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
    }

    @Test
    void what_a_full_bulkhead_refuses_is_no_look_up_and_no_failure_of_the_gateways() throws Exception {
        String orderId = placeRequestedOrder();
        clock.pass(ofSeconds(10));
        CardPayment before = shop.payment(orderId);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);

        whileFull(PG_LOOK_UPS, () -> reconcile(orderId));

        assertThat(Gateway.lookUps()).isEmpty();
        assertThat(shop.payment(orderId)).isEqualTo(before);
        assertThat(breaker(PG_LOOK_UPS).getMetrics().getNumberOfBufferedCalls()).isZero();
        reconcile(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
    }

    private int failedLookUps() {
        return breaker(PG_LOOK_UPS).getMetrics().getNumberOfFailedCalls();
    }

    private static void tellsTheCustomerOnly(LoggedRequest request) {
        assertThat(RequestPaymentRouteTest.ours(request)).containsExactly("X-USER-ID");
        assertThat(request.getHeader("X-USER-ID")).isEqualTo("1");
        assertThat(request.getBodyAsString()).isEmpty();
    }
}
