package io.commerceroutes.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BusinessDayTest {
    @Test
    void what_is_left_of_a_day_ends_at_midnight_in_seoul() {
        assertThat(BusinessDay.left(Instant.parse("2026-12-31T23:58:30+09:00"))).isEqualTo(Duration.ofSeconds(90));
        assertThat(BusinessDay.left(Instant.parse("2027-01-01T00:00:00+09:00"))).isEqualTo(Duration.ofDays(1));
    }
}
