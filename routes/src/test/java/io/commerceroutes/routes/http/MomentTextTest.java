package io.commerceroutes.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T12:04:05+09:00, 2026-11-22T03:04:05Z",
        "2026-11-22T03:04Z, 2026-11-22T03:04:00Z",
        "2026-11-22T03:04:05.123456789Z, 2026-11-22T03:04:05.123456Z",
        "2000-01-01T00:00:00Z, 2000-01-01T00:00:00Z",
        "2099-12-31T23:59:59.999999Z, 2099-12-31T23:59:59.999999Z"
    })
    void a_moment_has_an_offset_and_lies_in_this_century(String text, Instant moment) {
        assertThat(MomentText.parse(text)).hasValue(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-11-22",
                "2026-11-22T03:04:05",
                "2026-02-30T03:04:05Z",
                "1999-12-31T23:59:59Z",
                "2100-01-01T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "1763780645"
            })
    void anything_else_is_none(String text) {
        assertThat(MomentText.parse(text)).isEmpty();
    }
}
