package io.commerceroutes.adapters.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardKeysTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Test
    void keys_are_read_by_their_ids() {
        CardKeys keys = CardKeys.parse("2026-11:" + KEY + ", k2:" + KEY, "k2");

        assertThat(keys.byId()).containsOnlyKeys("2026-11", "k2");
        assertThat(keys.activeId()).isEqualTo("k2");
        assertThat(keys.byId().get("k2").getEncoded())
                .isEqualTo(Base64.getDecoder().decode(KEY));
        assertThat(keys.toString()).doesNotContain(KEY).contains("2026-11", "k2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                KEY,
                ":" + KEY,
                KEY + ":k1",
                "k1:",
                "k1:MDEyMzQ1Njc4OWFiY2RlZg==",
                "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYw",
                "k1:" + KEY + "!",
                "k1:" + KEY + ",",
                "k1:" + KEY + ",k1:" + KEY,
                "k 1:" + KEY,
                "k2:" + KEY
            })
    void what_is_no_list_of_keys_is_refused_without_showing_it(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CardKeys.parse(setting, "k1"))
                .withMessageContaining("ard key")
                .withMessageNotContaining("MDEy")
                .withNoCause();
    }
}
