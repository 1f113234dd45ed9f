package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
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
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateAnswersTest {
    private static final Duration QUIET = POLICY.quiet();
    private static final Duration MOMENT = Duration.ofNanos(1);

    @Test
    void a_call_about_a_payment_that_nothing_was_unclear_of_has_it_looked_up_once() {
        CardPaymentStory story = CardPaymentStory.paid();
        assertThat(story.payment().dueAt()).isEmpty();
        assertThat(story.next()).isEqualTo(NextStep.DECIDE);

        CardPaymentStory called = called(story);
        assertThat(called.next()).isEqualTo(NextStep.LOOK_UP);
        called.lookedUp(approved("T1"), approved("T2"));

        assertThat(called.transaction("T2").refund()).isEqualTo(RefundState.DUE);
        assertThat(called.status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(called.payment().dueAt()).isEmpty();
    }

    @Test
    void a_call_that_could_not_be_followed_up_is_followed_up_later() {
        CardPaymentStory called = called(CardPaymentStory.paid()).noAnswer();

        assertThat(called.dueIn()).isEqualTo(Duration.ofSeconds(30));
        assertThat(called.next()).isEqualTo(NextStep.DECIDE);
        assertThat(called.whenDue().next()).isEqualTo(NextStep.LOOK_UP);
        assertThat(called.lookedUp(approved("T1")).payment().dueAt()).isEmpty();
    }

    @Test
    void a_call_long_after_the_order_is_not_followed_up() {
        CardPaymentStory called = called(CardPaymentStory.paid().at(POLICY.watch()));

        assertThat(called.next()).isEqualTo(NextStep.DECIDE);
        assertThat(called.nothingNew().payment().dueAt()).isEmpty();
    }

    private static CardPaymentStory called(CardPaymentStory story) {
        CardPayment due = story.payment().due(Optional.of(story.now()), 0);
        return CardPaymentStory.of(due, story.now());
    }

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
