package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.Answers.pending;
import static io.commerceroutes.domain.settlement.CardPaymentStory.POLICY;
import static io.commerceroutes.domain.settlement.CardPaymentStory.asked;
import static io.commerceroutes.domain.settlement.CardPaymentStory.begun;
import static io.commerceroutes.domain.settlement.CardPaymentStory.requested;
import static io.commerceroutes.domain.settlement.CardPaymentStory.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PacingTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void attempts_back_off_exponentially_and_then_follow_the_schedule() {
        assertPauses(AttemptOutcome.NOT_SENT, 1, 2, 10, 30, 60);
    }

    @Test
    void an_attempt_that_the_gateway_failed_is_looked_up_when_it_may_be_repeated() {
        assertPauses(AttemptOutcome.SERVER_ERROR, 1, 2, 10, 30, 60);
    }

    @Test
    void a_payment_that_may_be_asked_for_is_due_since_it_may() {
        CardPaymentStory story = begun().after(Duration.ofSeconds(20)).nothingNew();

        assertThat(story.payment().dueAt()).hasValue(story.payment().order().createdAt());
    }

    @Test
    void what_the_gateway_has_taken_is_looked_up_by_the_schedule() {
        assertThat(seconds(requested(), 8, CardPaymentStory::noAnswer))
                .containsExactly(10, 30, 60, 200, 300, 300, 300, 300);
    }

    @Test
    void what_is_unknown_is_looked_up_after_the_quiet_time_and_then_by_the_schedule() {
        assertThat(seconds(unknown(), 5, CardPaymentStory::noAnswer)).containsExactly(5, 10, 30, 60, 195);
    }

    @Test
    void the_look_ups_begin_anew_when_something_new_is_known() {
        CardPaymentStory story = requested().whenDue().noAnswer().whenDue().noAnswer();
        assertThat(story.payment().checks()).isEqualTo(2);

        story.lookedUp(pending("T1"), pending("T2"));

        assertThat(story.payment().checks()).isZero();
        assertThat(story.dueIn()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void only_look_ups_count() {
        CardPaymentStory story = requested().noAnswer();

        assertThat(story.nothingNew().payment().checks()).isEqualTo(1);
        assertThat(story.accepted("T1").payment().checks()).isEqualTo(1);
        assertThat(story.lookedUp(pending("T1")).payment().checks()).isEqualTo(2);
    }

    @Test
    void an_open_payment_is_due_at_its_deadlines_at_the_latest() {
        CardPaymentStory story = requested().at(Duration.ofSeconds(299)).noAnswer();
        assertThat(story.dueIn()).isEqualTo(Duration.ofSeconds(1));
        assertThat(story.whenDue().noAnswer().dueIn()).isGreaterThan(Duration.ofSeconds(1));

        story.at(Duration.ofMinutes(30).minusSeconds(2)).noAnswer();

        assertThat(story.dueIn()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void what_is_closed_is_watched_with_growing_intervals_up_to_a_day_until_the_watch_ends() {
        CardPaymentStory story = unknown().lookedUp(approved("T1"));
        List<Duration> intervals = new ArrayList<>();
        while (story.payment().dueAt().isPresent()) {
            assertThat(story.whenDue().next()).isEqualTo(NextStep.LOOK_UP);
            intervals.add(Duration.between(story.last().at(), story.now()));
            story.lookedUp(approved("T1"));
        }

        // The third is the first after the quiet time: that the attempt was adopted begins the schedule anew.
        assertThat(intervals.stream().map(Duration::toSeconds).limit(9))
                .containsExactly(10L, 10L, 30L, 60L, 300L, 600L, 1_200L, 2_400L, 4_800L);
        assertThat(intervals).isSorted().last().isEqualTo(DAY);
        assertThat(intervals).hasSizeLessThan(50);
        assertThat(story.now())
                .isBetween(
                        story.payment().order().createdAt().plus(DAY.multipliedBy(29)),
                        story.payment().order().createdAt().plus(DAY.multipliedBy(30)));
    }

    @Test
    void after_the_watch_nothing_is_looked_up() {
        CardPaymentStory story = unknown().at(DAY.multipliedBy(30)).nothingNew();

        assertThat(story.payment().isOpen()).isFalse();
        assertThat(story.next()).isEqualTo(NextStep.DECIDE);
        assertThat(story.payment().dueAt()).isEmpty();
    }

    @Test
    void a_payment_that_was_never_unclear_is_not_watched() {
        assertThat(requested().lookedUp(approved("T1")).payment().dueAt()).isEmpty();
        assertThat(asked().failed(AttemptOutcome.CARD_REFUSED).payment().dueAt())
                .isEmpty();
    }

    /** Pauses are between what is given and half as long again. */
    private static void assertPauses(AttemptOutcome outcome, int... seconds) {
        CardPaymentStory story = begun();
        for (int pause : seconds) {
            story.ask().failed(outcome);
            assertThat(story.dueIn()).isBetween(Duration.ofSeconds(pause), Duration.ofMillis(1_500L * pause));
            assertThat(story.after(story.dueIn().minusNanos(1)).isAsked()).isFalse();
            story.whenDue();
            if (outcome == AttemptOutcome.SERVER_ERROR) {
                story.lookedUp();
            }
        }
        assertThat(story.ask().failed(AttemptOutcome.NOT_SENT).payment().dueAt())
                .hasValue(POLICY.deadlines().soft(story.payment().order().createdAt()));
    }

    private static List<Integer> seconds(CardPaymentStory story, int count, UnaryOperator<CardPaymentStory> step) {
        List<Integer> seconds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seconds.add((int) story.dueIn().toSeconds());
            step.apply(story.whenDue());
        }
        return seconds;
    }
}
