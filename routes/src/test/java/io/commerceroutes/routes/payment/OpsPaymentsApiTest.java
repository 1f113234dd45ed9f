package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.payment.OpsPaymentsApi.RESOLVE_PAYMENT;
import static io.commerceroutes.routes.payment.PaymentVariables.ORDER_ID;
import static io.commerceroutes.routes.payment.RefundPaymentRoute.REFUND_PAYMENTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpsPaymentsApiTest extends PaymentFlowTest {
    private static final String REFUNDED = "{\"outcome\":\"REFUNDED\",\"reason\":\"by bank transfer\"}";

    private String orderId;

    @BeforeEach
    void failToRefund() throws Exception {
        orderId = placePaidOrder();
        cancel(orderId);
        Gateway.answersRefunds(KEY, aResponse().withStatus(405));
        fire(REFUND_PAYMENTS, "claim refunds");
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REFUND_FAILED);
        forgetHandOvers();
    }

    @Test
    void payments_that_need_a_person_are_listed_with_attempts_and_transactions() {
        Reply reply = api.get("/api/v1/ops/payments?status=REFUND_FAILED");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.<Integer>at("$.totalCount")).isOne();
        assertThat(reply.<String>at("$.items[0].orderId")).isEqualTo(orderId);
        assertThat(reply.<String>at("$.items[0].cardLast4")).isEqualTo("1451");
        assertThat(reply.<String>at("$.items[0].attempts[0].outcome")).isEqualTo("ACCEPTED");
        assertThat(reply.<String>at("$.items[0].transactions[0].transactionKey"))
                .isEqualTo(KEY);
        assertThat(reply.<String>at("$.items[0].transactions[0].refundState")).isEqualTo("FAILED");
        assertThat(api.get("/api/v1/ops/payments").<Integer>at("$.totalCount")).isOne();
        assertThat(api.get("/api/v1/ops/payments?status=PENDING").<Integer>at("$.totalCount"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=MAYBE", "status=", "page=-1", "size=0"})
    void a_list_of_what_is_not_there_is_refused(String query) {
        Reply reply = api.get("/api/v1/ops/payments?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(query.split("=")[0]);
    }

    @Test
    void a_refund_made_by_another_way_is_closed_by_a_person_and_told_of() {
        Reply reply = resolve(REFUNDED);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.<String>at("$.status")).isEqualTo("REFUNDED");
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(shop.notes()).contains("RESOLVED_BY_HAND", "PAYMENT_REFUNDED");
        assertThat(waitingFor(WAKE_RELAY)).isOne();
        assertThat(resolve(REFUNDED).<String>at("$.code")).isEqualTo("NOTHING_TO_RESOLVE");
    }

    @Test
    void a_refund_that_is_to_be_tried_again_is_due_again() {
        Reply reply = resolve("{\"outcome\":\"RETRY\",\"reason\":\"the gateway has refunds now\"}");

        assertThat(reply.<String>at("$.status")).isEqualTo("REFUNDING");
        assertThat(transaction(orderId, KEY).refund()).isEqualTo(RefundState.DUE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            outcome | {'reason':'so'}
            outcome | {'outcome':'MAYBE','reason':'so'}
            reason  | {'outcome':'RETRY'}
            reason  | {'outcome':'RETRY','reason':' '}
            who     | {'outcome':'RETRY','reason':'so','who':'me'}
            """)
    void a_field_that_is_not_acceptable_is_named(String field, String body) {
        Reply reply = resolve(body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(field);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REFUND_FAILED);
    }

    @Test
    void a_payment_that_is_not_there_is_not_found() {
        orderId = "unknown";

        Reply reply = resolve(REFUNDED);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.<String>at("$.code")).isEqualTo("PAYMENT_NOT_FOUND");
    }

    @Test
    void only_an_order_that_is_known_is_named_to_whoever_follows_the_request() {
        assertThat(orderNamedAfterResolving(orderId)).isEqualTo(orderId);
        assertThat(orderNamedAfterResolving(CARD_NUMBER)).isNull();
    }

    private Object orderNamedAfterResolving(String order) {
        return producer.send("direct:" + RESOLVE_PAYMENT, exchange -> {
                    exchange.getMessage().setHeader("orderId", order);
                    exchange.getMessage().setBody(REFUNDED.getBytes(UTF_8));
                })
                .getVariable(ORDER_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock payment", "write payment", "commit"})
    void a_step_that_fails_leaves_the_payment_to_the_person_and_a_lost_race_is_run_again(String step) {
        journal().failNext(step, TechnicalFailure.unexpected());
        assertThat(resolve(REFUNDED).status()).isEqualTo(500);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REFUND_FAILED);
        assertThat(waitingFor(WAKE_RELAY)).isZero();

        journal().failNext(step, TechnicalFailure.conflict());
        assertThat(resolve(REFUNDED).status()).isEqualTo(200);
    }

    private Reply resolve(String json) {
        return api.post("/api/v1/ops/payments/%s/resolve".formatted(orderId), json);
    }
}
