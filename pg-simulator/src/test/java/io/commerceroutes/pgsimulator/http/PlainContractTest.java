package io.commerceroutes.pgsimulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.pgsimulator.PgSimulator;
import io.commerceroutes.pgsimulator.gateway.Api;
import io.commerceroutes.pgsimulator.gateway.Api.Reply;
import io.commerceroutes.pgsimulator.gateway.Merchant;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = PgSimulator.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=pg-simulator",
            // The other context of this JVM has the name in JMX.
            "camel.main.name=pg-simulator-plain",
            "pg.plain-contract=true",
            "pg.callback-secret=of-nobody"
        })
class PlainContractTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Merchant MERCHANT = new Merchant();
    private static final String PAYMENTS = "/api/v1/payments";

    private final String orderId = "order-" + UUID.randomUUID();
    private Api api;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void callbacksGoToTheTest(DynamicPropertyRegistry settings) {
        settings.add("pg.callback-url-prefix", MERCHANT::origin);
    }

    @BeforeEach
    void openGateway() {
        api = new Api(port);
        api.put("/api/v1/simulator/scenario", "{\"preset\":\"fast\"}");
    }

    private String pay(String... headers) {
        String body = ("{'orderId':'%s','cardType':'KB','cardNo':'1234-5678-9814-1451','amount':5000,"
                        + "'callbackUrl':'%s/callback/200'}")
                .formatted(orderId, MERCHANT.origin())
                .replace('\'', '"');
        return api.post(PAYMENTS, body, headers).transactionKey();
    }

    private static String statusOf(Reply found) {
        return found.at("$.data.status");
    }

    @Test
    void there_is_no_refund_call_and_the_payment_stays_as_it_is() {
        String key = pay("X-USER-ID", "7");
        String path = PAYMENTS + "/" + key;
        await().atMost(LIMIT)
                .until(() -> statusOf(api.get(path, "X-USER-ID", "7")).equals("SUCCESS"));

        Reply refund = api.post(path + "/cancel", "", "X-USER-ID", "7");

        assertThat(refund.status()).isEqualTo(404);
        assertThat(refund.<String>at("$.meta.result")).isEqualTo("FAIL");
        Reply found = api.get(path, "X-USER-ID", "7");
        assertThat(found.status()).isEqualTo(200);
        assertThat(statusOf(found)).isEqualTo("SUCCESS");
        assertThat(found.body()).doesNotContain("refundedAmount");
    }

    @Test
    void the_same_key_twice_makes_two_payments() {
        String first = pay("X-USER-ID", "7", "Idempotency-Key", "once");
        String second = pay("X-USER-ID", "7", "Idempotency-Key", "once");

        assertThat(second).isNotEqualTo(first);
        Reply found = api.get(PAYMENTS + "?orderId=" + orderId, "X-USER-ID", "7");
        assertThat(found.<Integer>at("$.data.transactions.length()")).isEqualTo(2);
    }

    @Test
    void callbacks_are_not_signed() {
        pay("X-USER-ID", "7");

        await().atMost(LIMIT).until(() -> !MERCHANT.callsFor(orderId).isEmpty());
        assertThat(MERCHANT.callsFor(orderId).getFirst().headerNames()).noneMatch("X-pg-signature"::equalsIgnoreCase);
    }
}
