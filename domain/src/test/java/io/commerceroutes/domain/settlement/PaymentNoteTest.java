package io.commerceroutes.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentNoteTest {
    @Test
    void a_call_is_noted_with_its_key_and_without_what_could_be_a_card_number() {
        assertThat(PaymentNote.callbackReceived("20261122:TR:7e4de0", "SUCCESS").detail())
                .isEqualTo("20261122:TR:7e4de0 SUCCESS");
        assertThat(PaymentNote.callbackReceived("4929_8765_4321_0987", "FAILED").detail())
                .isEqualTo("**** FAILED");
    }
}
