package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.Answers.declined;
import static io.commerceroutes.domain.settlement.Answers.pending;
import static io.commerceroutes.domain.settlement.CardPaymentStory.PAYABLE;
import static io.commerceroutes.domain.settlement.CardPaymentStory.asked;
import static io.commerceroutes.domain.settlement.CardPaymentStory.paid;
import static io.commerceroutes.domain.settlement.CardPaymentStory.refunding;
import static io.commerceroutes.domain.settlement.CardPaymentStory.requested;
import static io.commerceroutes.domain.settlement.CardPaymentStory.unknown;
import static io.commerceroutes.domain.settlement.CardTransaction.RefundState.DUE;
import static io.commerceroutes.domain.settlement.CardTransaction.RefundState.NONE;
import static io.commerceroutes.domain.settlement.CardTransaction.RefundState.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.PaymentNote.Type;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyThatGoesBackTest {
    @Test
    void an_approval_of_a_wrong_amount_cancels_the_order_and_is_refunded() {
        CardPaymentStory story = requested().lookedUp(approved("T1", 1_999));

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(story.cancelReason()).hasValue(CancelReason.PAYMENT_MISMATCH);
        assertThat(story.transaction("T1").refund()).isEqualTo(DUE);
    }

    @Test
    void what_a_pending_transaction_is_said_to_be_of_is_not_what_it_takes() {
        CardPaymentStory story =
                requested().lookedUp(new Finding.Report("T1", Status.PENDING, Optional.of(PAYABLE), Optional.empty()));
        assertThat(story.transaction("T1").amount()).isEmpty();

        story.lookedUp(Answers.approvedOfUnknownAmount("T1"));
        assertThat(story.status()).isEqualTo(PaymentStatus.REQUESTED);

        story.lookedUp(approved("T1", 1_999));
        assertThat(story.cancelReason()).hasValue(CancelReason.PAYMENT_MISMATCH);
    }

    @Test
    void the_second_approval_of_a_paid_order_is_refunded_and_the_payment_stays_approved() {
        CardPaymentStory story = paid().lookedUp(approved("T1"), approved("T2"));

        assertThat(story.status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(story.orderStatus()).isEqualTo(OrderStatus.PAID);
        assertThat(story.transaction("T1").refund()).isEqualTo(NONE);
        assertThat(story.transaction("T2").refund()).isEqualTo(DUE);
        assertThat(story.refunded("T2").status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(story.transaction("T2").refund()).isEqualTo(REFUNDED);
    }

    @Test
    void what_paid_goes_on_paying_though_an_older_transaction_is_approved_later() {
        CardPaymentStory story =
                requested().lookedUp(pending("T1"), approved("T2")).lookedUp(approved("T1"), approved("T2"));

        assertThat(story.transaction("T1").refund()).isEqualTo(DUE);
        assertThat(story.transaction("T2").refund()).isEqualTo(NONE);
    }

    @Test
    void of_two_approvals_that_are_found_at_once_one_pays() {
        CardPaymentStory story = unknown().lookedUp(approved("T1"), approved("T2"));

        assertThat(story.orderStatus()).isEqualTo(OrderStatus.PAID);
        assertThat(story.transaction("T1").refund()).isEqualTo(NONE);
        assertThat(story.transaction("T2").refund()).isEqualTo(DUE);
    }

    @Test
    void of_a_wrong_and_a_right_approval_the_right_one_pays() {
        CardPaymentStory story = unknown().lookedUp(approved("T1", 2_001), approved("T2"));

        assertThat(story.orderStatus()).isEqualTo(OrderStatus.PAID);
        assertThat(story.transaction("T1").refund()).isEqualTo(DUE);
        assertThat(story.transaction("T2").refund()).isEqualTo(NONE);
    }

    @Test
    void a_right_approval_that_follows_a_wrong_one_is_refunded_too() {
        CardPaymentStory story =
                requested().lookedUp(approved("T1", 1), pending("T2")).lookedUp(approved("T1", 1), approved("T2"));

        assertThat(story.orderStatus()).isEqualTo(OrderStatus.CANCELED);
        assertThat(story.transaction("T2").refund()).isEqualTo(DUE);
        assertThat(story.refunded("T1").status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(story.refunded("T2").status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void an_approval_after_a_decline_is_refunded() {
        CardPaymentStory story = requested().lookedUp(declined("T1")).lookedUp(declined("T1"), approved("T2"));

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(story.cancelReason()).hasValue(CancelReason.PAYMENT_DECLINED);
        assertThat(story.transaction("T2").refund()).isEqualTo(DUE);
        assertThat(story.transaction("T1").refund()).isEqualTo(NONE);
    }

    @Test
    void an_approval_after_the_refund_goes_back_too_and_the_payment_stays_refunded() {
        CardPaymentStory story = refunding().refunded("T1").lookedUp(approved("T1"), approved("T2"));

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(story.transaction("T1").refund()).isEqualTo(REFUNDED);
        assertThat(story.transaction("T2").refund()).isEqualTo(DUE);
    }

    @Test
    void an_approval_after_a_failed_refund_makes_the_payment_go_back_again() {
        CardPaymentStory story = refunding().refundImpossible("T1").lookedUp(approved("T1"), approved("T2"));

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(story.refunded("T2").status()).isEqualTo(PaymentStatus.REFUND_FAILED);
    }

    @Test
    void a_look_up_during_the_refund_asks_for_no_second_one() {
        CardPaymentStory story = refunding();
        CardPayment before = story.payment();

        story.lookedUp(approved("T1"));

        assertThat(story.payment().transactions()).isEqualTo(before.transactions());
        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDING);
    }

    @Test
    void a_decline_after_the_approval_is_recorded_and_changes_nothing() {
        CardPaymentStory story = paid();
        CardPayment before = story.payment();

        story.lookedUp(declined("T1"));

        assertThat(story.payment().transactions()).isEqualTo(before.transactions());
        assertThat(story.payment().order()).isEqualTo(before.order());
        assertThat(story.last().notes()).containsExactly(new PaymentNote(Type.ANSWER_CONTRADICTED, "T1 FAILED 2000"));
    }

    @Test
    void another_amount_or_no_decision_any_more_is_recorded_and_changes_nothing() {
        CardPaymentStory story = paid();
        CardPayment before = story.payment();

        story.lookedUp(approved("T1", 1_999), pending("T1"));

        assertThat(story.payment().transactions()).isEqualTo(before.transactions());
        assertThat(story.status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(story.last().notes())
                .containsExactly(
                        new PaymentNote(Type.ANSWER_CONTRADICTED, "T1 SUCCESS 1999"),
                        new PaymentNote(Type.ANSWER_CONTRADICTED, "T1 PENDING"));
    }

    @Test
    void an_approval_that_comes_with_the_answer_to_a_canceled_attempt_is_found_and_refunded() {
        CardPaymentStory story =
                asked().canceledByCustomer().accepted("T1").whenDue().lookedUp(approved("T1"));

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDING);
    }
}
