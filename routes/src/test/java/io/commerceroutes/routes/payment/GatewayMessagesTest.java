package io.commerceroutes.routes.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.payment.GatewayMessages.PaymentRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayMessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"20261122:TR:7e4de0", "k", "A.b_c-9"})
    void what_can_stand_in_an_address_is_a_key(String key) {
        assertThat(GatewayMessages.isKey(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/b", "a?b", "a#b", "a%2Fb", "a b", "키"})
    void what_would_lead_elsewhere_is_no_key(String key) {
        assertThat(GatewayMessages.isKey(key)).isFalse();
    }

    @Test
    void a_key_is_there_and_has_64_characters_at_most() {
        assertThat(GatewayMessages.isKey(null)).isFalse();
        assertThat(GatewayMessages.isKey("k".repeat(64))).isTrue();
        assertThat(GatewayMessages.isKey("k".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            card 1234-5678-9814-1451 refused, card **** refused
            1234567898141451,                 ****
            1234 5678 9814 1451,              ****
            1234.5678.9814.1451,              ****
            371449635398431 is over,          **** is over
            limit of 1000000 exceeded,        limit of 1000000 exceeded
            한도 초과,                          한도 초과
            """)
    void a_card_is_left_out_of_the_gateways_words(String words, String kept) {
        assertThat(GatewayMessages.withoutCard(words)).hasValue(kept);
    }

    @Test
    void no_words_are_none() {
        assertThat(GatewayMessages.withoutCard(null)).isEmpty();
    }

    @Test
    void the_request_for_money_does_not_show_the_card() {
        PaymentRequest request =
                new PaymentRequest("order-1", "KB", CardCanary.CARD_NUMBER, 300, "http://localhost:8080/");

        assertThat(request).hasToString("PaymentRequest[orderId=order-1, amount=300]");
    }
}
