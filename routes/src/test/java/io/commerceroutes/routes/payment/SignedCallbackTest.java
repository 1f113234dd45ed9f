package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.CALLED_ABOUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.Gateway;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks of a gateway that signs them. */
class SignedCallbackTest extends CallbackTest {
    private static final String SECRET = "a secret of the gateway";

    @BeforeEach
    void theGatewaySigns() {
        signature.is(new HmacCallbackSignature(SECRET, Duration.ofMinutes(5)));
    }

    @Test
    void a_signed_callback_makes_its_payment_due_and_is_believed_no_more_than_any_other() throws Exception {
        String orderId = placeRequestedOrder();

        understood(callback(orderId, body -> signed(body, clock.instant())));

        assertThat(shop.payment(orderId).dueAt()).hasValue(clock.instant());
        assertThat(waitingFor(CALLED_ABOUT)).isOne();
        Gateway.decides(KEY, orderId, "FAILED", 300);
        reconcile(orderId);
        assertThat(shop.notes()).contains("PAYMENT_DECLINED");
    }

    @Test
    void an_unsigned_callback_is_refused_and_leads_to_nothing() throws Exception {
        String orderId = placeRequestedOrder();

        refused(callback(KEY, orderId, "SUCCESS"));
        refused(callback(orderId, body -> "t=0,v1=" + "0".repeat(64)));
        refused(callback(orderId, body -> signed(body, clock.instant().minusSeconds(301))));
        refused(callback(orderId, body -> signed(body.strip(), clock.instant())));

        assertThat(journal().count("note callback")).isZero();
        assertThat(waitingFor(CALLED_ABOUT)).isZero();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
        isUntouched(orderId);
    }

    @Test
    void what_is_not_even_json_is_refused_for_its_signature_first() throws Exception {
        refused(api.post("/api/v1/payments/callback", "{"));
    }

    private interface Signing {
        String of(String body) throws Exception;
    }

    /** With spaces around, which are part of what is signed. */
    private Reply callback(String orderId, Signing signing) throws Exception {
        String body = " {\"transactionKey\":\"%s\",\"orderId\":\"%s\",\"status\":\"SUCCESS\"} ".formatted(KEY, orderId);
        return api.post("/api/v1/payments/callback", body, "X-PG-SIGNATURE", signing.of(body), "X-Echo", "1");
    }

    private static String signed(String body, Instant at) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] hmac = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
        return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(hmac));
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).hasValue("X-PG-SIGNATURE");
        assertThat(reply.<String>at("$.code")).isEqualTo("UNAUTHENTICATED");
        assertThat(reply.body()).doesNotContain("v1=");
    }
}
