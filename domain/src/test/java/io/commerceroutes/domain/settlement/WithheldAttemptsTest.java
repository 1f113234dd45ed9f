package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.CardPaymentStory.LEASE;
import static io.commerceroutes.domain.settlement.CardPaymentStory.asked;
import static io.commerceroutes.domain.settlement.CardPaymentStory.requested;
import static io.commerceroutes.domain.settlement.CardPaymentStory.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WithheldAttemptsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_withheld_attempt_counts_as_none() {
        CardPaymentStory story = asked().after(SECOND).withheld();

        assertThat(story.payment().attempts()).isEmpty();
        assertThat(story.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(story.dueIn()).isEqualTo(SECOND.negated());
        assertThat(story.last().isToBeAskedNow()).isFalse();
        assertThat(story.next()).isEqualTo(NextStep.ASK);
        assertThat(story.ask().payment().attempts().getLast().number()).isEqualTo(1);
    }

    @Test
    void a_withheld_attempt_uses_up_no_pause() {
        CardPaymentStory story = asked().failed(AttemptOutcome.NOT_SENT).whenDue();
        CardPayment due = story.payment();

        story.ask().after(SECOND).withheld();

        assertThat(story.payment().attempts()).isEqualTo(due.attempts());
        assertThat(story.payment().dueAt()).isEqualTo(due.dueAt());
    }

    @Test
    void an_attempt_that_was_withheld_for_long_counts_as_none_too() {
        assertThat(asked().after(LEASE).withheld().payment().attempts()).isEmpty();
    }

    @Test
    void only_an_open_attempt_can_be_withheld() {
        assertThat(requested().withheld().attempts()).containsExactly(AttemptOutcome.ACCEPTED);
        assertThat(unknown().withheld().attempts()).containsExactly(AttemptOutcome.UNCLEAR);
    }
}
