package io.commerceroutes.routes.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.Api.Reply;

/** What tests of callbacks share: one as the gateway sends it, and the answer that says it was understood. */
abstract class CallbackTest extends PaymentFlowTest {
    /** With all that the gateway tells, and a field that it may come to tell. */
    protected Reply callback(String transactionKey, String orderId, String status) {
        return api.post(
                "/api/v1/payments/callback",
                """
                {"transactionKey":"%s","orderId":"%s","cardType":"KB","cardNo":"%s","amount":1,"status":"%s",
                 "reason":"%s","news":{"a":1}}""".formatted(transactionKey, orderId, CARD_NUMBER, status, CARD_NUMBER),
                "X-Echo",
                "1");
    }

    protected static void understood(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("X-Echo")).isEmpty();
    }
}
