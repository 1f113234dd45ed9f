package io.commerceroutes.pgsimulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.pgsimulator.gateway.Api.Reply;
import io.commerceroutes.pgsimulator.gateway.GatewayTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"pg.plain-contract=true", "pg.callback-secret=of-nobody"})
class PlainContractTest extends GatewayTest {
    @Test
    void there_is_no_refund_call_and_the_payment_stays_as_it_is() {
        String key = paid();

        Reply refund = api.post(PAYMENTS + "/" + key + "/cancel", "", USER);

        assertThat(refund.status()).isEqualTo(404);
        assertThat(refund.<String>at("$.meta.result")).isEqualTo("FAIL");
        Reply found = api.get(PAYMENTS + "/" + key, USER);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).contains("SUCCESS").doesNotContain("refundedAmount");
    }

    @Test
    void the_same_key_twice_makes_two_payments() {
        String[] withKey = {USER[0], USER[1], "Idempotency-Key", "once"};

        String first = api.post(PAYMENTS, payment(), withKey).transactionKey();
        String second = api.post(PAYMENTS, payment(), withKey).transactionKey();

        assertThat(second).isNotEqualTo(first);
        assertThat(api.get(PAYMENTS + "?orderId=" + orderId, USER).<Integer>at("$.data.transactions.length()"))
                .isEqualTo(2);
    }

    @Test
    void callbacks_are_not_signed() {
        pay();

        Awaitility.await().until(() -> !MERCHANT.callsFor(orderId).isEmpty());
        assertThat(MERCHANT.callsFor(orderId).getFirst().headerNames()).noneMatch("X-pg-signature"::equalsIgnoreCase);
    }
}
