package io.commerceroutes.pgsimulator.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.commerceroutes.pgsimulator.http.GatewayProblem;
import io.commerceroutes.pgsimulator.transaction.CardType;
import io.commerceroutes.pgsimulator.transaction.NewTransaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentFieldsTest {
    private final ObjectMapper json = new ObjectMapper();
    private final PaymentFields fields = new PaymentFields("http://localhost:8080");

    private NewTransaction read(ObjectNode body) {
        return fields.read(body, "7", null);
    }

    private ObjectNode valid() {
        return json.createObjectNode()
                .put("orderId", "order1")
                .put("cardType", "SAMSUNG")
                .put("cardNo", "1234-5678-9814-1451")
                .put("amount", 5_000)
                .put("callbackUrl", "http://localhost:8080/api/v1/payments/callback");
    }

    @Test
    void a_request_that_holds_is_read() {
        NewTransaction read = read(valid().put("unknown", true));

        assertThat(read.userId()).isEqualTo("7");
        assertThat(read.orderId()).isEqualTo("order1");
        assertThat(read.cardType()).isEqualTo(CardType.SAMSUNG);
        assertThat(read.cardNo().text()).isEqualTo("1234-5678-9814-1451");
        assertThat(read.amount()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @CsvSource({
        "orderId,\"12345\"",
        "orderId,\"      \"",
        "orderId,123456",
        "orderId,null",
        "cardType,\"VISA\"",
        "cardType,\"samsung\"",
        "cardType,0",
        "cardNo,\"1234567898141451\"",
        "cardNo,\"1234-5678-9814-145\"",
        "cardNo,\"1234-5678-9814-14511\"",
        "cardNo,\"1234-5678-9814-145x\"",
        "cardNo,\"1234-5678-9814-145١\"",
        "cardNo,1234",
        "amount,0",
        "amount,-1",
        "amount,0.5",
        "amount,9223372036854775808",
        "amount,\"5000\"",
        "callbackUrl,\"http://localhost:8081/callback\"",
        "callbackUrl,\"https://localhost:8080/callback\"",
        "callbackUrl,\"http://localhost:80801/callback\"",
        "callbackUrl,\"http://localhost:8080@elsewhere/callback\"",
        "callbackUrl,\"http://localhost:8080/call back\"",
        "callbackUrl,null"
    })
    void a_field_that_does_not_hold_is_named(String field, String value) throws Exception {
        ObjectNode body = valid();
        body.set(field, json.readTree(value));

        assertRefused(body, field);
    }

    @Test
    void what_is_longer_than_anybody_needs_is_refused() {
        assertRefused(valid().put("orderId", "x".repeat(256)), "orderId");
        assertRefused(valid().put("callbackUrl", "http://localhost:8080/" + "x".repeat(2_048)), "callbackUrl");
    }

    @Test
    void the_first_field_that_does_not_hold_is_the_one_that_is_named() {
        ObjectNode body = json.createObjectNode();
        assertRefused(body, "orderId");
        assertRefused(body.put("orderId", "order1"), "cardType");
        assertRefused(body.put("cardType", "KB"), "cardNo");
        assertRefused(body.put("cardNo", "1234-5678-9814-1451"), "amount");
        assertRefused(body.put("amount", 1), "callbackUrl");
        assertThat(read(body.put("callbackUrl", "http://localhost:8080")).amount())
                .isOne();
    }

    @Test
    void a_body_that_is_no_object_is_refused() {
        assertThatThrownBy(() -> fields.read(json.createArrayNode(), "7", null)).isInstanceOf(GatewayProblem.class);
    }

    private void assertRefused(ObjectNode body, String field) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        GatewayProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(400))
                .hasMessageStartingWith(field + " must ");
    }
}
