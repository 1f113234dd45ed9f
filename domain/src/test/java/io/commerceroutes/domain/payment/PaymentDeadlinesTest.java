package io.commerceroutes.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentDeadlinesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void deadlines_count_from_the_order() {
        Instant ordered = Instant.parse("2026-11-22T03:00:00Z");
        PaymentDeadlines deadlines = new PaymentDeadlines(SECOND, MINUTE, MINUTE.multipliedBy(2));

        assertThat(deadlines.check(ordered)).isEqualTo("2026-11-22T03:00:01Z");
        assertThat(deadlines.soft(ordered)).isEqualTo("2026-11-22T03:01:00Z");
        assertThat(deadlines.hard(ordered)).isEqualTo("2026-11-22T03:02:00Z");
    }

    @Test
    void deadlines_may_coincide() {
        assertThatNoException().isThrownBy(() -> new PaymentDeadlines(Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void deadlines_follow_one_another() {
        assertRefused(SECOND.negated(), MINUTE, MINUTE);
        assertRefused(MINUTE, SECOND, MINUTE);
        assertRefused(SECOND, MINUTE, SECOND);
    }

    private static void assertRefused(Duration check, Duration soft, Duration hard) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentDeadlines(check, soft, hard));
    }
}
