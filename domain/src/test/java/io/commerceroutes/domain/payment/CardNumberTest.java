package io.commerceroutes.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {
    private static final String DIGITS = "1234-5678-9814-1451";

    @Test
    void a_card_number_shows_its_last_four_digits_only() {
        CardNumber number = new CardNumber(DIGITS);

        assertThat(number).hasToString("****-****-****-1451");
        assertThat(number.last4()).isEqualTo("1451");
        assertThat(number.reveal()).isEqualTo(DIGITS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567898141451",
                "1234-5678-9814-145",
                "1234-5678-9814-14511",
                "1234-5678-9814-145x",
                "1234 5678 9814 1451",
                "1234-5678-9814-1451\n",
                "１２３４-5678-9814-1451"
            })
    void what_is_no_card_number_is_refused_without_being_shown(String digits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CardNumber(digits))
                .withMessage("A card number has four groups of four digits");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1234-5678-9814-1451,           ****
            1234.5678_9814:1451,           ****
            1234 5678 9814 1451 SUCCESS,   **** SUCCESS
            key-1234567898141451a,         key-****a
            4222222222222,                 ****
            0000000000000001234567898141451, ****
            """)
    void what_could_be_a_card_number_is_left_out_of_a_text(String text, String rest) {
        assertThat(CardNumber.isIn(text)).isTrue();
        assertThat(CardNumber.leaveOut(text)).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20261122:TR:7e4de0", "422222222222", "1234--5678--9814--1451", "한도 초과"})
    void what_is_none_stays_in_a_text(String text) {
        assertThat(CardNumber.isIn(text)).isFalse();
        assertThat(CardNumber.leaveOut(text)).isEqualTo(text);
    }

    @Test
    void a_sealed_card_shows_nothing_of_what_is_sealed() {
        SealedCard card = new SealedCard(CardType.KB, "1451", "key-1", DIGITS.getBytes());

        assertThat(card).hasToString("SealedCard[type=KB, last4=1451, keyId=key-1]");
    }
}
