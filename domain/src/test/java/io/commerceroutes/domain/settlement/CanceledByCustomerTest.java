package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.Answers.declined;
import static io.commerceroutes.domain.settlement.CardPaymentStory.asked;
import static io.commerceroutes.domain.settlement.CardPaymentStory.begun;
import static io.commerceroutes.domain.settlement.CardPaymentStory.paid;
import static io.commerceroutes.domain.settlement.CardPaymentStory.requested;
import static io.commerceroutes.domain.settlement.CardPaymentStory.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CanceledByCustomerTest {
    private CardPaymentStory story;

    /** Whatever the payment comes to: the order was canceled by its customer, once, and stays so. */
    @AfterEach
    void the_order_stays_canceled_for_the_same_reason() {
        assertThat(story.orderStatus()).isEqualTo(OrderStatus.CANCELED);
        assertThat(story.cancelReason()).hasValue(CancelReason.CUSTOMER);
        assertThat(story.last().isCanceledNow()).isFalse();
        assertThat(story.isAsked()).isFalse();
    }

    @Test
    void a_payment_that_was_never_asked_for_expires() {
        story = begun().canceledByCustomer();

        assertThat(story.status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(story.payment().dueAt()).isEmpty();
    }

    @Test
    void a_payment_that_never_reached_the_gateway_expires() {
        story = asked().failed(AttemptOutcome.NOT_SENT).canceledByCustomer();

        assertThat(story.status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    void an_attempt_under_way_keeps_the_payment_open_until_its_answer() {
        story = asked().canceledByCustomer();
        assertThat(story.status()).isEqualTo(PaymentStatus.PENDING);

        story.accepted("T1");

        assertThat(story.status()).isEqualTo(PaymentStatus.REQUESTED);
    }

    @Test
    void a_refused_card_is_declined_all_the_same() {
        story = asked().canceledByCustomer().failed(AttemptOutcome.CARD_REFUSED);

        assertThat(story.status()).isEqualTo(PaymentStatus.DECLINED);
    }

    @Test
    void an_unknown_payment_expires_once_the_gateway_has_nothing() {
        story = unknown().canceledByCustomer();
        assertThat(story.status()).isEqualTo(PaymentStatus.UNKNOWN);

        story.whenDue().lookedUp();

        assertThat(story.status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(story.next()).isEqualTo(NextStep.LOOK_UP);
    }

    @Test
    void an_approval_of_what_was_requested_is_refunded() {
        story = requested().canceledByCustomer();
        assertThat(story.status()).isEqualTo(PaymentStatus.REQUESTED);

        story.lookedUp(approved("T1"));

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(story.transaction("T1").refund()).isEqualTo(RefundState.DUE);
        assertThat(story.payment().order().paidAt()).isEmpty();
    }

    @Test
    void an_approval_of_a_wrong_amount_is_refunded_like_any_other() {
        story = requested().canceledByCustomer().lookedUp(approved("T1", 1_999));

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(story.transaction("T1").refund()).isEqualTo(RefundState.DUE);
    }

    @Test
    void a_decline_of_what_was_requested_leaves_nothing_to_do() {
        story = requested().canceledByCustomer().lookedUp(declined("T1"));

        assertThat(story.status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(story.payment().dueAt()).isEmpty();
    }

    @Test
    void a_paid_order_gets_its_money_back() {
        story = paid().canceledByCustomer();

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(story.transaction("T1").refund()).isEqualTo(RefundState.DUE);
        assertThat(story.refunded("T1").status()).isEqualTo(PaymentStatus.REFUNDED);
    }
}
