package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.pending;
import static io.commerceroutes.domain.settlement.AttemptOutcome.ABSENT;
import static io.commerceroutes.domain.settlement.AttemptOutcome.ACCEPTED;
import static io.commerceroutes.domain.settlement.AttemptOutcome.CARD_REFUSED;
import static io.commerceroutes.domain.settlement.AttemptOutcome.OPEN;
import static io.commerceroutes.domain.settlement.AttemptOutcome.UNCLEAR;
import static io.commerceroutes.domain.settlement.CardPaymentStory.LEASE;
import static io.commerceroutes.domain.settlement.CardPaymentStory.POLICY;
import static io.commerceroutes.domain.settlement.CardPaymentStory.asked;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LateAnswersTest {
    private static final Duration QUIET = POLICY.quiet();
    private static final Duration MOMENT = Duration.ofNanos(1);

    @Test
    void an_attempts_own_answer_counts_though_its_lease_is_over() {
        CardPaymentStory story = asked().after(LEASE.plus(MOMENT)).failed(CARD_REFUSED);

        assertThat(story.attempts()).containsExactly(CARD_REFUSED);
        assertThat(story.status()).isEqualTo(PaymentStatus.DECLINED);
    }

    @Test
    void an_acceptance_counts_though_the_lease_is_over() {
        CardPaymentStory story = asked().after(LEASE.plus(MOMENT)).accepted("T1");

        assertThat(story.attempts()).containsExactly(ACCEPTED);
        assertThat(story.payment().attempts().getFirst().endedAt()).hasValue(story.now());
    }

    @Test
    void an_acceptance_adds_its_transaction_to_what_was_found_before() {
        CardPaymentStory story = asked().lookedUp(pending("T1")).accepted("T2");

        assertThat(story.payment().transactions())
                .containsExactly(CardTransaction.pending("T1"), CardTransaction.pending("T2"));
    }

    @Test
    void an_error_that_comes_after_an_attempt_was_given_up_changes_nothing() {
        CardPaymentStory story = asked().after(LEASE.plus(QUIET)).lookedUp();

        assertThat(story.failed(CARD_REFUSED).attempts()).containsExactly(ABSENT);
        assertThat(story.status()).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void an_acceptance_that_comes_after_an_attempt_was_given_up_is_taken() {
        CardPaymentStory story =
                asked().after(LEASE.plus(QUIET)).lookedUp().ask().accepted(1, "T1");

        assertThat(story.attempts()).containsExactly(ACCEPTED, OPEN);
        assertThat(story.status()).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(story.failed(UNCLEAR).isAsked()).isFalse();
    }
}
