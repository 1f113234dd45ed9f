package io.commerceroutes.local.platform;

import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/** A card number that is looked for where it must not be, however it is written there. */
record KnownCardNumber(String number) {
    private static final int DIGITS_THAT_TELL = 12;
    private static final Pattern SEPARATORS = Pattern.compile("[ ._:-]");

    String digits() {
        return number.replace("-", "");
    }

    boolean isIn(String text) {
        return SEPARATORS.matcher(text).replaceAll("").contains(digits().substring(0, DIGITS_THAT_TELL));
    }

    /** Of a place that holds anything at all. */
    void assertNotIn(SoftAssertions places, String place, List<String> texts) {
        places.assertThat(texts).as(place).isNotEmpty().noneMatch(this::isIn);
    }
}
