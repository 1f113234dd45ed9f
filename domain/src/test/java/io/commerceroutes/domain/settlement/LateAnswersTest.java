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
import static io.commerceroutes.domain.settlement.CardPaymentStory.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LateAnswersTest {
    private static final Duration QUIET = POLICY.quiet();
    private static final Duration MOMENT = Duration.ofNanos(1);

    @Test
    void a_call_about_a_payment_that_nothing_was_unclear_of_has_it_looked_up_once() {
        CardPaymentStory story = CardPaymentStory.paid();
        assertThat(story.payment().dueAt()).isEmpty();
        assertThat(story.next()).isEqualTo(NextStep.DECIDE);

        CardPaymentStory called = story.called();
        assertThat(called.next()).isEqualTo(NextStep.LOOK_UP);
        called.lookedUp(approved("T1"), approved("T2"));

        assertThat(called.transaction("T2").refund()).isEqualTo(RefundState.DUE);
        assertThat(called.status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(called.payment().dueAt()).isEmpty();
    }

    @Test
    void a_call_that_could_not_be_followed_up_is_followed_up_later() {
        CardPaymentStory called = CardPaymentStory.paid().called().noAnswer();

        assertThat(called.dueIn()).isEqualTo(Duration.ofSeconds(30));
        assertThat(called.next()).isEqualTo(NextStep.DECIDE);
        assertThat(called.whenDue().next()).isEqualTo(NextStep.LOOK_UP);
        assertThat(called.lookedUp(approved("T1")).payment().dueAt()).isEmpty();
    }

    @Test
    void a_call_long_after_the_order_is_not_followed_up() {
        CardPaymentStory called = CardPaymentStory.paid().at(POLICY.watch()).called();

        assertThat(called.next()).isEqualTo(NextStep.DECIDE);
        assertThat(called.nothingNew().payment().dueAt()).isEmpty();
    }

    @Test
    void a_call_that_came_while_a_look_up_was_under_way_is_followed_up_by_the_next() {
        CardPaymentStory story = CardPaymentStory.paid().called();
        long calls = story.payment().calls().received();
        story.called().noAnswer();

        story.lookedUp(1, calls, approved("T1"));

        assertThat(story.dueIn()).isEqualTo(Duration.ZERO);
        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);
        story.lookedUp(approved("T1"), approved("T2"));
        assertThat(story.transaction("T2").refund()).isEqualTo(RefundState.DUE);
        assertThat(story.payment().dueAt()).isEmpty();
    }

    @Test
    void a_look_up_that_comes_back_after_a_later_one_takes_back_nothing() {
        CardPaymentStory story = CardPaymentStory.paid().called().lookedUp(approved("T1"));

        story.lookedUp(1, 0, approved("T1"));

        assertThat(story.payment().dueAt()).isEmpty();
        assertThat(story.next()).isEqualTo(NextStep.DECIDE);
    }

    @Test
    void a_call_is_not_forgotten_when_an_older_look_up_closes_the_payment() {
        CardPaymentStory story = CardPaymentStory.requested().called().noAnswer();

        story.lookedUp(1, 0, approved("T1"));

        assertThat(story.status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(story.dueIn()).isEqualTo(Duration.ZERO);
        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);
    }

    @Test
    void a_call_is_not_forgotten_when_its_attempts_own_answer_closes_the_payment() {
        CardPaymentStory story = asked().called().failed(CARD_REFUSED);

        assertThat(story.status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(story.dueIn()).isEqualTo(Duration.ZERO);
        assertThat(story.lookedUp(approved("T1")).status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(story.payment().dueAt()).isEmpty();
    }

    @Test
    void a_call_before_the_answer_has_the_payment_looked_up_right_after_that() {
        CardPaymentStory story = asked().called().accepted("T1");

        assertThat(story.dueIn()).isEqualTo(Duration.ZERO);
        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);
        assertThat(story.lookedUp(pending("T1")).dueIn()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void what_nobody_has_news_of_waits_for_its_turn_though_it_was_called_about() {
        CardPaymentStory story = CardPaymentStory.requested().called();

        assertThat(story.nothingNew().dueIn()).isEqualTo(Duration.ofSeconds(10));
        assertThat(CardPaymentStory.paid().called().nothingNew().dueIn()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void however_many_calls_are_made_up_the_watch_grows_no_slower_than_by_itself() {
        CardPaymentStory story = unknown().lookedUp(approved("T1"));
        story.whenDue().lookedUp(approved("T1")).whenDue().lookedUp(approved("T1"));
        int checks = story.payment().checks();
        Duration interval = story.dueIn();
        assertThat(checks).isPositive();

        for (int call = 0; call < 20; call++) {
            story.called().lookedUp(approved("T1"));
        }

        assertThat(story.payment().checks()).isEqualTo(checks);
        assertThat(story.dueIn()).isEqualTo(interval);
        story.whenDue().lookedUp(approved("T1"));
        assertThat(story.payment().checks()).isEqualTo(checks + 1);
    }

    @Test
    void a_call_that_nobody_answers_makes_the_wait_grow_all_the_same() {
        CardPaymentStory story = CardPaymentStory.paid().called().noAnswer().noAnswer();

        assertThat(story.payment().checks()).isEqualTo(2);
        assertThat(story.called().noAnswer().payment().checks()).isEqualTo(3);
    }

    @Test
    void no_more_calls_are_followed_up_than_were_received() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Calls(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Calls(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Calls.NONE.followedUpTo(1));
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
