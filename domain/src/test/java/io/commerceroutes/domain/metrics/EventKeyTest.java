package io.commerceroutes.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventKeyTest {
    private static final UUID ID = UUID.fromString("01935000-0000-7000-8000-000000000001");

    @Test
    void its_day_is_the_utc_date_of_the_event() {
        assertThat(EventKey.of(Instant.parse("2026-11-22T23:59:59.999Z"), ID).day())
                .isEqualTo("2026-11-22");
    }

    @Test
    void its_text_is_read_back() {
        EventKey key = new EventKey(LocalDate.parse("2026-11-22"), ID);

        assertThat(EventKey.parse(key.toString())).isEqualTo(key);
    }

    @Test
    void keys_are_sorted_by_day_first() {
        EventKey older = new EventKey(LocalDate.parse("2026-11-21"), new UUID(9, 9));

        assertThat(older).isLessThan(new EventKey(LocalDate.parse("2026-11-22"), new UUID(1, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-22", "today/01935000-0000-7000-8000-000000000001", "2026-11-22/x"})
    void other_texts_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventKey.parse(text));
    }

    @Test
    void limits_refuse_a_negative_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventLimits(Duration.ofMinutes(-1), Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .withMessageContaining("clockSkew");
    }

    @Test
    void a_refusal_by_the_store_tells_its_cause() {
        RuntimeException cause = new RuntimeException("x");

        assertThat(new AlreadyHandledException(cause)).hasCause(cause);
        assertThat(new UncountableException("too much", cause))
                .hasMessage("too much")
                .hasCause(cause);
    }

    @Test
    void a_dead_letter_keeps_its_headers_to_itself() {
        java.util.Map<String, byte[]> headers = new java.util.HashMap<>(java.util.Map.of("ce_id", new byte[] {1}));
        DeadLetter letter = new DeadLetter("t", 0, 1, Instant.EPOCH, null, headers, null, "why");

        headers.clear();

        assertThat(letter.headers()).containsKey("ce_id");
    }
}
