package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.Answers.approvedOfUnknownAmount;
import static io.commerceroutes.domain.settlement.Answers.declined;
import static io.commerceroutes.domain.settlement.Answers.pending;
import static io.commerceroutes.domain.settlement.CardPaymentStory.LEASE;
import static io.commerceroutes.domain.settlement.CardPaymentStory.asked;
import static io.commerceroutes.domain.settlement.CardPaymentStory.begun;
import static io.commerceroutes.domain.settlement.CardPaymentStory.paid;
import static io.commerceroutes.domain.settlement.CardPaymentStory.requested;
import static io.commerceroutes.domain.settlement.CardPaymentStory.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AskingForMoneyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_new_payment_is_asked_for_at_once() {
        CardPaymentStory story = begun();

        assertThat(story.next()).isEqualTo(NextStep.ASK);
        story.ask();

        Attempt attempt = story.payment().attempts().getFirst();
        assertThat(attempt)
                .isEqualTo(
                        new Attempt(1, "attempt-" + story.now(), AttemptOutcome.OPEN, story.now(), Optional.empty()));
        assertThat(story.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(story.payment().leaseUntil()).hasValue(story.now().plus(LEASE));
        assertThat(story.dueIn()).isEqualTo(LEASE);
        assertThat(story.last().next()).isEqualTo(NextStep.WAIT);
    }

    @Test
    void what_is_under_way_is_asked_for_by_nobody_else() {
        CardPaymentStory story = asked().after(LEASE.minusNanos(1));

        assertThat(story.next()).isEqualTo(NextStep.WAIT);
        assertThat(story.isAsked()).isFalse();
    }

    @Test
    void an_accepted_attempt_is_waited_for_and_never_repeated() {
        CardPaymentStory story = requested();

        assertThat(story.status()).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(story.attempts()).containsExactly(AttemptOutcome.ACCEPTED);
        assertThat(story.transaction("T1")).isEqualTo(CardTransaction.pending("T1"));
        assertThat(story.after(Duration.ofMinutes(4)).next()).isEqualTo(NextStep.LOOK_UP);
        assertThat(story.isAsked()).isFalse();
    }

    @Test
    void an_approval_of_the_exact_amount_pays_for_the_order() {
        CardPaymentStory story = requested().after(SECOND).lookedUp(approved("T1"));

        assertThat(story.status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(story.orderStatus()).isEqualTo(OrderStatus.PAID);
        assertThat(story.payment().order().paidAt()).hasValue(story.now());
        assertThat(story.last().isPaidNow()).isTrue();
        assertThat(story.last().isCanceledNow()).isFalse();
        assertThat(story.payment().dueAt()).isEmpty();
        assertThat(story.next()).isEqualTo(NextStep.DECIDE);
    }

    @Test
    void an_approval_without_an_amount_decides_nothing_yet() {
        CardPaymentStory story = requested().lookedUp(approvedOfUnknownAmount("T1"));

        assertThat(story.status()).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);
        assertThat(story.lookedUp(approved("T1")).status()).isEqualTo(PaymentStatus.APPROVED);
    }

    @Test
    void a_decline_cancels_the_order() {
        CardPaymentStory story = requested().lookedUp(declined("T1"));

        assertThat(story.status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(story.cancelReason()).hasValue(CancelReason.PAYMENT_DECLINED);
        assertThat(story.last().isCanceledNow()).isTrue();
        assertThat(story.transaction("T1").reason()).hasValue("Limit exceeded");
    }

    @Test
    void a_refused_card_is_declined_at_once() {
        CardPaymentStory story = asked().failed(AttemptOutcome.CARD_REFUSED);

        assertThat(story.status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(story.cancelReason()).hasValue(CancelReason.PAYMENT_DECLINED);
        assertThat(story.payment().dueAt()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SENT", "REQUEST_REFUSED"})
    void what_reached_nobody_or_was_our_fault_is_tried_again_without_a_look_up(AttemptOutcome outcome) {
        CardPaymentStory story = asked().failed(outcome);

        assertThat(story.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(story.next()).isEqualTo(NextStep.WAIT);
        assertThat(story.whenDue().next()).isEqualTo(NextStep.ASK);
        assertThat(story.ask().attempts()).containsExactly(outcome, AttemptOutcome.OPEN);
        assertThat(story.payment().attempts().getLast().number()).isEqualTo(2);
    }

    @Test
    void a_payment_is_not_declined_while_an_attempt_is_open() {
        CardPaymentStory story = asked().lookedUp(declined("T1"));

        assertThat(story.status()).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(story.accepted("T1").status()).isEqualTo(PaymentStatus.DECLINED);
    }

    @Test
    void a_payment_is_not_declined_while_another_transaction_is_undecided() {
        CardPaymentStory story = requested().lookedUp(declined("T1"), pending("T2"));

        assertThat(story.status()).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(story.lookedUp(approved("T2")).orderStatus()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void an_approval_that_is_known_before_the_answer_pays_and_the_answer_adds_nothing() {
        CardPaymentStory story = asked().lookedUp(approved("T1"));
        assertThat(story.orderStatus()).isEqualTo(OrderStatus.PAID);

        story.accepted("T1");

        assertThat(story.payment().transactions()).hasSize(1);
        assertThat(story.attempts()).containsExactly(AttemptOutcome.ACCEPTED);
        assertThat(story.status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(story.payment().dueAt()).isEmpty();
    }

    @Test
    void the_card_is_needed_until_the_gateway_has_a_transaction() {
        assertThat(begun().payment().needsCard()).isTrue();
        assertThat(asked().payment().needsCard()).isTrue();
        assertThat(unknown().payment().needsCard()).isTrue();
        assertThat(requested().payment().needsCard()).isFalse();
        assertThat(paid().payment().needsCard()).isFalse();
        assertThat(unknown().canceledByCustomer().payment().needsCard()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentStatus.class,
            mode = Mode.INCLUDE,
            names = {"PENDING", "UNKNOWN", "REQUESTED"})
    void a_payment_is_open_until_its_fate_is_known(PaymentStatus status) {
        CardPaymentStory open =
                status == PaymentStatus.PENDING ? begun() : status == PaymentStatus.UNKNOWN ? unknown() : requested();

        assertThat(open.status()).isEqualTo(status);
        assertThat(open.payment().isOpen()).isTrue();
        assertThat(paid().payment().isOpen()).isFalse();
    }

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
    void only_an_open_attempt_can_be_withheld() {
        assertThat(requested().withheld().attempts()).containsExactly(AttemptOutcome.ACCEPTED);
        assertThat(unknown().withheld().attempts()).containsExactly(AttemptOutcome.UNCLEAR);
    }
}
