package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.Answers.declined;
import static io.commerceroutes.domain.settlement.Answers.pending;
import static io.commerceroutes.domain.settlement.AttemptOutcome.ABSENT;
import static io.commerceroutes.domain.settlement.AttemptOutcome.ACCEPTED;
import static io.commerceroutes.domain.settlement.AttemptOutcome.ADOPTED;
import static io.commerceroutes.domain.settlement.AttemptOutcome.CARD_REFUSED;
import static io.commerceroutes.domain.settlement.AttemptOutcome.NOT_SENT;
import static io.commerceroutes.domain.settlement.AttemptOutcome.OPEN;
import static io.commerceroutes.domain.settlement.AttemptOutcome.SERVER_ERROR;
import static io.commerceroutes.domain.settlement.AttemptOutcome.UNCLEAR;
import static io.commerceroutes.domain.settlement.CardPaymentStory.LEASE;
import static io.commerceroutes.domain.settlement.CardPaymentStory.POLICY;
import static io.commerceroutes.domain.settlement.CardPaymentStory.asked;
import static io.commerceroutes.domain.settlement.CardPaymentStory.begun;
import static io.commerceroutes.domain.settlement.CardPaymentStory.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnclearAnswersTest {
    private static final Duration QUIET = POLICY.quiet();
    private static final Duration MOMENT = Duration.ofNanos(1);

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "UNCLEAR"})
    void an_answer_that_says_nothing_leaves_the_payment_unknown(AttemptOutcome outcome) {
        CardPaymentStory story = asked().failed(outcome);

        assertThat(story.status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);
        assertThat(story.after(Duration.ofMinutes(1)).isAsked()).isFalse();
        assertThat(story.last().isCanceledNow()).isFalse();
    }

    @Test
    void after_an_error_of_the_gateway_itself_a_404_allows_the_next_attempt() {
        CardPaymentStory story = asked().failed(SERVER_ERROR).lookedUp();

        assertThat(story.attempts()).containsExactly(ABSENT);
        assertThat(story.status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(story.whenDue().ask().attempts()).containsExactly(ABSENT, OPEN);
    }

    @Test
    void during_the_quiet_time_a_404_proves_nothing() {
        CardPaymentStory story = unknown().after(QUIET.minus(MOMENT)).lookedUp();

        assertThat(story.attempts()).containsExactly(UNCLEAR);
        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);
        assertThat(story.isAsked()).isFalse();
    }

    @Test
    void after_the_quiet_time_a_404_allows_the_next_attempt_at_once() {
        CardPaymentStory story = unknown();
        assertThat(story.dueIn()).isEqualTo(QUIET);

        story.whenDue().lookedUp();

        assertThat(story.attempts()).containsExactly(ABSENT);
        assertThat(story.last().isToBeAskedNow()).isTrue();
        assertThat(story.dueIn()).isLessThanOrEqualTo(Duration.ZERO);
        assertThat(story.isAsked()).isTrue();
    }

    @Test
    void a_look_up_says_nothing_of_an_attempt_that_came_after_it() {
        CardPaymentStory story = asked().failed(NOT_SENT).whenDue();
        int provenUpTo = story.payment().provableUpTo(story.now(), QUIET);
        story.ask().failed(SERVER_ERROR).lookedUp(provenUpTo);

        assertThat(provenUpTo).isEqualTo(1);
        assertThat(story.attempts()).containsExactly(NOT_SENT, SERVER_ERROR);
        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);
    }

    @Test
    void what_a_look_up_can_prove_ends_before_what_is_under_way_or_still_quiet() {
        CardPaymentStory story = begun();
        assertThat(provable(story)).isZero();
        assertThat(provable(story.ask())).isZero();
        assertThat(provable(story.failed(UNCLEAR))).isZero();
        assertThat(provable(story.after(QUIET.minus(MOMENT)))).isZero();
        assertThat(provable(story.after(MOMENT))).isEqualTo(1);
        assertThat(provable(story.lookedUp().ask())).isEqualTo(1);
        assertThat(provable(story.failed(SERVER_ERROR))).isEqualTo(2);
    }

    @Test
    void an_attempt_whose_lease_ran_out_is_unclear_and_quiet_from_there() {
        CardPaymentStory story = asked().after(LEASE);

        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);
        assertThat(provable(story)).isZero();
        story.lookedUp();
        assertThat(story.attempts()).containsExactly(UNCLEAR);
        assertThat(story.payment().attempts().getFirst().endedAt()).hasValue(story.now());
        assertThat(story.status()).isEqualTo(PaymentStatus.UNKNOWN);

        assertThat(provable(story.after(QUIET))).isEqualTo(1);
        assertThat(story.lookedUp().attempts()).containsExactly(ABSENT);
    }

    @Test
    void an_attempt_that_ran_out_long_ago_is_proved_absent_by_the_first_look_up() {
        CardPaymentStory story = asked().after(LEASE.plus(QUIET)).lookedUp();

        assertThat(story.attempts()).containsExactly(ABSENT);
        assertThat(story.isAsked()).isTrue();
    }

    @Test
    void an_attempts_own_answer_counts_though_its_lease_is_over() {
        CardPaymentStory story = asked().after(LEASE.plus(MOMENT)).failed(CARD_REFUSED);

        assertThat(story.attempts()).containsExactly(CARD_REFUSED);
        assertThat(story.status()).isEqualTo(PaymentStatus.DECLINED);
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

    @Test
    void a_transaction_that_a_look_up_finds_is_adopted() {
        CardPaymentStory story = unknown().whenDue().lookedUp(pending("T1"));

        assertThat(story.attempts()).containsExactly(ADOPTED);
        assertThat(story.status()).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(story.lookedUp(approved("T1")).orderStatus()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void a_decline_waits_until_no_attempt_is_unclear_any_more() {
        CardPaymentStory story = unknown().lookedUp(declined("T1"));
        assertThat(story.attempts()).containsExactly(UNCLEAR);
        assertThat(story.status()).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);

        story.whenDue().lookedUp(declined("T1"));

        assertThat(story.attempts()).containsExactly(ADOPTED);
        assertThat(story.status()).isEqualTo(PaymentStatus.DECLINED);
    }

    @Test
    void an_approval_waits_for_nothing() {
        assertThat(unknown().lookedUp(approved("T1")).status()).isEqualTo(PaymentStatus.APPROVED);
    }

    @Test
    void a_look_up_without_an_answer_teaches_nothing() {
        CardPaymentStory story = unknown().whenDue().noAnswer();

        assertThat(story.status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(story.attempts()).containsExactly(UNCLEAR);
        assertThat(story.isAsked()).isFalse();
    }

    private static int provable(CardPaymentStory story) {
        return story.payment().provableUpTo(story.now(), QUIET);
    }
}
