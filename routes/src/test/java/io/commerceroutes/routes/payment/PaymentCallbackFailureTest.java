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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks that cannot be read, noted or followed up, and what becomes of their payments. */
class PaymentCallbackFailureTest extends CallbackTest {
    @Test
    void a_reconciliation_after_a_callback_that_fails_is_told_in_one_line() throws Exception {
        start(RECONCILE_CALLED_ABOUT);
        String orderId = placeRequestedOrder();
        journal().failNext("find payment", TechnicalFailure.outage());

        understood(callback(KEY, orderId, "SUCCESS"));

        await().atMost(ofSeconds(30))
                .pollInterval(ofMillis(2))
                .untilAsserted(() -> assertThat(logged())
                        .filteredOn(line -> line.contains(TechnicalFailure.INSIDE_KNOWLEDGE))
                        .singleElement()
                        .asString()
                        .startsWith("WARN " + RECONCILE_CALLED_ABOUT + " failed"));
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
            orderId        | {'transactionKey':'k','orderId':'주문-1','status':'SUCCESS'}
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
}
