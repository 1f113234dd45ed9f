package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.CALLED_ABOUT;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_CALLED_ABOUT;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentCallbackRouteTest extends PaymentFlowTest {
    /** As many hand-overs as wait at most. */
    private static final int QUEUE_SIZE = 5;

    @Test
    void a_callback_is_noted_and_its_payment_is_due_at_once_and_nothing_of_it_is_believed() {
        String orderId = placeRequestedOrder();

        Reply reply = callback(KEY, orderId, "SUCCESS");

        understood(reply);
        assertThat(shop.notes()).contains("CALLBACK_RECEIVED");
        assertThat(shop.payment(orderId).dueAt()).hasValue(clock.instant());
        assertThat(waitingFor(CALLED_ABOUT)).isOne();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(Gateway.lookUps()).isEmpty();
    }

    @Test
    void after_a_callback_the_gateway_is_asked_at_once_and_its_word_counts() throws Exception {
        start(RECONCILE_CALLED_ABOUT);
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "FAILED", 300);

        understood(callback(KEY, orderId, "SUCCESS"));

        await().atMost(ofSeconds(5))
                .pollInterval(ofMillis(2))
                .untilAsserted(() -> assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.DECLINED));
    }

    @Test
    void a_reconciliation_after_a_callback_that_fails_is_told_in_one_line() throws Exception {
        start(RECONCILE_CALLED_ABOUT);
        String orderId = placeRequestedOrder();
        journal().failNext("find payment", TechnicalFailure.outage());

        understood(callback(KEY, orderId, "SUCCESS"));

        await().atMost(ofSeconds(5))
                .pollInterval(ofMillis(2))
                .untilAsserted(() -> assertThat(logged())
                        .filteredOn(line -> line.contains(TechnicalFailure.INSIDE_KNOWLEDGE))
                        .singleElement()
                        .asString()
                        .startsWith("WARN " + RECONCILE_CALLED_ABOUT + " failed"));
    }

    @Test
    void a_callback_before_the_answer_changes_nothing_until_the_answer_is_there() {
        String orderId = placeCardOrder();
        Gateway.accepts(KEY);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        journal().meanwhile("open card", () -> {
            understood(callback(KEY, orderId, "SUCCESS"));
            reconcile(orderId);
            assertThat(Gateway.lookUps()).isEmpty();
        });

        request(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(Gateway.attempts()).hasSize(1);
        assertThat(shop.payment(orderId).transactions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void the_same_callback_again_is_understood_again_and_settles_once(int times) {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);

        IntStream.range(0, times).forEach(n -> understood(callback(KEY, orderId, "SUCCESS")));
        assertThat(waitingFor(CALLED_ABOUT)).isEqualTo(Math.min(times, QUEUE_SIZE));
        IntStream.range(0, times).forEach(n -> reconcile(orderId));

        assertThat(shop.notes()).containsOnlyOnce("ORDER_PAID", "PAYMENT_APPROVED");
        assertThat(Gateway.lookUps()).hasSize(1);
    }

    @Test
    void a_transaction_whose_end_is_recorded_is_consumed() {
        String orderId = placePaidOrder();

        understood(callback(KEY, orderId, "SUCCESS"));
        understood(callback(KEY, orderId, "FAILED"));

        assertThat(journal().count("note callback")).isZero();
        assertThat(waitingFor(CALLED_ABOUT)).isZero();
    }

    @Test
    void a_key_that_nobody_knows_makes_the_payment_due_and_is_not_recorded_by_itself() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);

        understood(callback("forged", orderId, "FAILED"));
        assertThat(waitingFor(CALLED_ABOUT)).isOne();
        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(shop.payment(orderId).transactions()).hasSize(1);
    }

    @Test
    void an_order_that_nobody_knows_or_that_points_paid_for_is_understood_and_leads_to_nothing() {
        String byPoints = order("""
                {"items":[{"productId":11,"quantity":1}],"payment":{"method":"POINT"}}""").at("$.orderId");

        understood(callback(KEY, "no-such-order", "SUCCESS"));
        understood(callback(KEY, byPoints, "SUCCESS"));

        assertThat(waitingFor(CALLED_ABOUT)).isZero();
        assertThat(shop.notes()).isEmpty();
    }

    @Test
    void while_look_ups_are_down_the_payment_stays_as_it_is_and_is_looked_at_again() {
        String orderId = placeRequestedOrder();
        Gateway.answersLookUps(aResponse().withStatus(503));

        understood(callback(KEY, orderId, "SUCCESS"));
        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(shop.payment(orderId).dueAt()).isPresent();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        understood(callback(KEY, orderId, "SUCCESS"));
        reconcile(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
    }

    @Test
    void a_callback_that_cannot_be_noted_is_not_consumed() {
        String orderId = placeRequestedOrder();
        journal().failNext("note callback", TechnicalFailure.outage());

        assertThat(callback(KEY, orderId, "SUCCESS").status()).isEqualTo(503);
        assertThat(waitingFor(CALLED_ABOUT)).isZero();

        understood(callback(KEY, orderId, "SUCCESS"));
        assertThat(waitingFor(CALLED_ABOUT)).isOne();
    }

    @Test
    void a_lost_race_is_run_again() {
        String orderId = placeRequestedOrder();
        journal().failNext("commit", TechnicalFailure.conflict());

        understood(callback(KEY, orderId, "SUCCESS"));

        assertThat(shop.notes()).containsOnlyOnce("CALLBACK_RECEIVED");
        assertThat(waitingFor(CALLED_ABOUT)).isOne();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            transactionKey | {'orderId':'order-1','status':'SUCCESS'}
            transactionKey | {'transactionKey':'','orderId':'order-1','status':'SUCCESS'}
            transactionKey | {'transactionKey':'..','orderId':'order-1','status':'SUCCESS'}
            transactionKey | {'transactionKey':'a/b','orderId':'order-1','status':'SUCCESS'}
            transactionKey | {'transactionKey':7,'orderId':'order-1','status':'SUCCESS'}
            orderId        | {'transactionKey':'k','status':'SUCCESS'}
            orderId        | {'transactionKey':'k','orderId':' ','status':'SUCCESS'}
            orderId        | {'transactionKey':'k','orderId':'1234567890123456789012345678901234567','status':'SUCCESS'}
            status         | {'transactionKey':'k','orderId':'order-1'}
            status         | {'transactionKey':'k','orderId':'order-1','status':'1234-5678-9814-1451'}
            """)
    void a_field_that_is_not_acceptable_is_named_and_not_quoted(String field, String body) {
        Reply reply = api.post("/api/v1/payments/callback", body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.<List<String>>at("$.errors[*].field")).contains(field).containsOnly(field);
        assertThat(journal().entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"1234-5678-9814-1451\"", "1234567898141451", "{'a':1}"})
    void what_is_no_json_object_is_malformed(String body) {
        Reply reply = api.post("/api/v1/payments/callback", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<String>at("$.code")).isEqualTo("MALFORMED_REQUEST");
    }

    /** With all that the gateway tells, and a field that it may come to tell. */
    private Reply callback(String transactionKey, String orderId, String status) {
        return api.post(
                "/api/v1/payments/callback",
                """
                {"transactionKey":"%s","orderId":"%s","cardType":"KB","cardNo":"%s","amount":1,"status":"%s",
                 "reason":"%s","news":{"a":1}}""".formatted(transactionKey, orderId, CARD_NUMBER, status, CARD_NUMBER),
                "X-Echo",
                "1");
    }

    private static void understood(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("X-Echo")).isEmpty();
    }
}
