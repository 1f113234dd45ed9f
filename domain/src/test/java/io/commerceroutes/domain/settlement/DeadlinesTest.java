package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.Answers.declined;
import static io.commerceroutes.domain.settlement.CardPaymentStory.asked;
import static io.commerceroutes.domain.settlement.CardPaymentStory.begun;
import static io.commerceroutes.domain.settlement.CardPaymentStory.requested;
import static io.commerceroutes.domain.settlement.CardPaymentStory.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final Duration SOFT = Duration.ofMinutes(5);
    private static final Duration HARD = Duration.ofMinutes(30);
    private static final Duration MOMENT = Duration.ofNanos(1);

    @Test
    void at_the_soft_deadline_a_payment_that_the_gateway_does_not_know_expires() {
        CardPaymentStory story = asked().failed(AttemptOutcome.NOT_SENT).at(SOFT);
        assertThat(story.next()).isEqualTo(NextStep.DECIDE);
        assertThat(story.isAsked()).isFalse();

        story.nothingNew();

        assertThat(story.status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(story.cancelReason()).hasValue(CancelReason.PAYMENT_EXPIRED);
    }

    @Test
    void until_the_soft_deadline_it_may_still_be_asked_for() {
        CardPaymentStory story = begun().at(SOFT.minus(MOMENT)).nothingNew();

        assertThat(story.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(story.isAsked()).isTrue();
    }

    @Test
    void at_the_soft_deadline_an_unknown_payment_expires_on_a_definite_404_only() {
        CardPaymentStory story = unknown().at(SOFT).noAnswer();
        assertThat(story.status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);

        story.lookedUp();

        assertThat(story.status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(story.orderStatus()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void the_soft_deadline_leaves_an_attempt_that_is_under_way_alone() {
        CardPaymentStory story = begun().at(SOFT.minusSeconds(1)).ask();
        assertThat(story.dueIn()).isEqualTo(Duration.ofSeconds(1));

        story.whenDue().nothingNew();

        assertThat(story.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(story.dueIn()).isEqualTo(Duration.ofSeconds(29));
    }

    @Test
    void the_soft_deadline_leaves_what_the_gateway_has_taken_alone() {
        assertThat(requested().at(HARD.minus(MOMENT)).noAnswer().status()).isEqualTo(PaymentStatus.REQUESTED);
    }

    @Test
    void at_the_hard_deadline_whatever_is_open_expires() {
        for (CardPaymentStory story : new CardPaymentStory[] {begun(), unknown(), requested()}) {
            assertThat(story.at(HARD).next()).isEqualTo(NextStep.DECIDE);
            assertThat(story.isAsked()).isFalse();

            story.nothingNew();

            assertThat(story.status()).isEqualTo(PaymentStatus.EXPIRED);
            assertThat(story.cancelReason()).hasValue(CancelReason.PAYMENT_EXPIRED);
        }
    }

    @Test
    void before_the_hard_deadline_what_the_gateway_may_have_stays_open() {
        assertThat(unknown().at(HARD.minus(MOMENT)).noAnswer().status()).isEqualTo(PaymentStatus.UNKNOWN);
    }

    @Test
    void an_approval_that_is_found_at_the_hard_deadline_still_pays() {
        CardPaymentStory story = requested().at(HARD).lookedUp(approved("T1"));

        assertThat(story.orderStatus()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void what_expired_undecided_is_looked_up_further_and_refunded_when_approved() {
        CardPaymentStory story = requested().at(HARD).nothingNew();
        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);

        story.whenDue().lookedUp(approved("T1"));

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(story.orderStatus()).isEqualTo(OrderStatus.CANCELED);
        assertThat(story.last().isCanceledNow()).isFalse();
        assertThat(story.transaction("T1").refund()).isEqualTo(CardTransaction.RefundState.DUE);
    }

    @Test
    void what_expired_undecided_and_is_declined_then_stays_expired() {
        CardPaymentStory story = requested().at(HARD).nothingNew().whenDue().lookedUp(declined("T1"));

        assertThat(story.status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(story.payment().dueAt()).isEmpty();
    }

    @Test
    void what_expired_without_a_doubt_is_looked_at_no_more() {
        CardPaymentStory story = begun().at(SOFT).nothingNew();

        assertThat(story.payment().dueAt()).isEmpty();
        assertThat(story.next()).isEqualTo(NextStep.DECIDE);
    }
}
