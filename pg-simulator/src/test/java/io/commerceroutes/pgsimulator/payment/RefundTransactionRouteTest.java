package io.commerceroutes.pgsimulator.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.pgsimulator.gateway.Api.Reply;
import io.commerceroutes.pgsimulator.gateway.GatewayTest;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class RefundTransactionRouteTest extends GatewayTest {
    private Reply refund(String key) {
        return api.post(PAYMENTS + "/" + key + "/cancel", "", USER);
    }

    @Test
    void an_approved_payment_is_refunded_in_full_and_once() {
        String key = paid();

        Reply first = refund(key);
        Reply again = refund(key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.<Integer>at("$.data.refundedAmount")).isEqualTo(5_000);
        assertThat(first.<String>at("$.data.status")).isEqualTo("SUCCESS");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.get(PAYMENTS + "/" + key, USER).body()).isEqualTo(first.body());
        assertThat(api.get(PAYMENTS + "?orderId=" + orderId, USER).<Integer>at("$.data.transactions[0].refundedAmount"))
                .isEqualTo(5_000);
    }

    @Test
    void a_refund_needs_no_body_and_no_media_type() {
        Reply reply = api.send(
                api.request(PAYMENTS + "/" + paid() + "/cancel", USER).POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void a_pending_payment_cannot_be_refunded_yet() {
        scenario("'preset':'fast','settleDelayMs':[60000,60000]");

        assertFailure(
                refund(pay().transactionKey()),
                409,
                "Conflict",
                "The payment is PENDING: there is nothing to refund yet.");
    }

    @Test
    void a_failed_payment_has_nothing_to_refund() {
        scenario("'preset':'fast','outcomes':{'LIMIT_EXCEEDED':1}");

        assertFailure(refund(paid()), 409, "Conflict", "The payment is FAILED: nothing was captured.");
    }

    @Test
    void another_users_payment_is_not_there() {
        String key = paid();

        assertThat(api.post(PAYMENTS + "/" + key + "/cancel", "", "X-USER-ID", "8")
                        .status())
                .isEqualTo(404);
        assertThat(api.post(PAYMENTS + "/" + key + "/cancel", "").status()).isEqualTo(400);
        assertThat(api.get(PAYMENTS + "/" + key, USER).body()).doesNotContain("refundedAmount");
    }

    @Test
    void a_gateway_without_refunds_does_not_know_the_method() {
        String key = paid();
        scenario("'preset':'fast','refunds':false");

        Reply reply = refund(key);

        assertFailure(reply, 405, "Method Not Allowed", "This gateway has no refunds.");
        assertThat(reply.header("Allow")).contains("");
        assertThat(statusOf(key)).isEqualTo("SUCCESS");
    }
}
