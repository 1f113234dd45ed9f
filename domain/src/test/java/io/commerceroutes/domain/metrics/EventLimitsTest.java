package io.commerceroutes.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventLimitsTest {
    private static final Duration NEGATIVE = Duration.ofNanos(-1);

    @Test
    void no_limit_is_negative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(NEGATIVE, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Duration.ZERO, NEGATIVE, Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Duration.ZERO, Duration.ZERO, NEGATIVE, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Duration.ZERO, Duration.ZERO, Duration.ZERO, NEGATIVE));
    }

    @Test
    void the_oldest_event_that_counts_was_as_late_as_it_may_be_and_waited_as_long_as_topics_keep_it() {
        assertThat(limits(Duration.ZERO, Duration.ofDays(7), Duration.ofDays(30), Duration.ZERO)
                        .ageMax())
                .isEqualTo(Duration.ofDays(37));
    }

    @Test
    void of_events_that_were_judged_before_only_the_age_does_not_matter() {
        EventLimits limits = limits(Duration.ofMinutes(5), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(9));

        assertThat(limits.forAnyAge().acceptedLateness()).isGreaterThan(Duration.ofDays(36_500));
        assertThat(limits.forAnyAge().ageMax()).isGreaterThan(Duration.ofDays(36_500));
        assertThat(limits.forAnyAge().clockSkew()).isEqualTo(Duration.ofMinutes(5));
        assertThat(limits.forAnyAge().paidAge()).isEqualTo(Duration.ofDays(9));
    }

    private static EventLimits limits(Duration skew, Duration lateness, Duration retention, Duration paidAge) {
        return new EventLimits(skew, lateness, retention, paidAge);
    }
}
