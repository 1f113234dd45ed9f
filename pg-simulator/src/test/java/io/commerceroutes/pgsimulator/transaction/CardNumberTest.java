package io.commerceroutes.pgsimulator.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardNumberTest {
    private final CardNumber cardNo = new CardNumber(Payments.CARD_NO);

    @Test
    void no_text_shows_more_than_the_last_four_digits() {
        assertThat(cardNo).hasToString("****-****-****-1451");
        assertThat(Payments.of("order-1").toString()).contains("-1451").doesNotContain("9814");
    }

    @Test
    void masking_twice_is_masking_once() {
        assertThat(cardNo.masked().masked()).isEqualTo(new CardNumber("****-****-****-1451"));
    }
}
