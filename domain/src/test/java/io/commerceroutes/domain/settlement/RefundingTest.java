package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.CardPaymentStory.paid;
import static io.commerceroutes.domain.settlement.CardPaymentStory.refunding;
import static io.commerceroutes.domain.settlement.CardTransaction.RefundState.DUE;
import static io.commerceroutes.domain.settlement.CardTransaction.RefundState.FAILED;
import static io.commerceroutes.domain.settlement.CardTransaction.RefundState.NONE;
import static io.commerceroutes.domain.settlement.CardTransaction.RefundState.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.event.EventType;
import io.commerceroutes.domain.event.OrderEvent;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.PaymentNote.Type;
import io.commerceroutes.domain.settlement.Refunding.Resolution;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefundingTest {
    @Test
    void a_refund_that_was_made_ends_the_payment() {
        CardPaymentStory story = refunding().after(Duration.ofSeconds(3)).refunded("T1");

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(story.transaction("T1").refund()).isEqualTo(REFUNDED);
        assertThat(story.last().notes()).containsExactly(new PaymentNote(Type.REFUND_MADE, "T1"));
        assertThat(story.last().events())
                .containsExactly(new OrderEvent(
                        EventType.PAYMENT_REFUNDED, story.payment().order(), story.now()));
    }

    @Test
    void a_refund_is_made_once() {
        CardPaymentStory story = refunding().refunded("T1");
        CardPayment before = story.payment();

        assertThat(story.refunded("T1").payment()).isEqualTo(before);
        assertThat(story.last().notes()).isEmpty();
        assertThat(story.refundImpossible("T1").payment()).isEqualTo(before);
    }

    @Test
    void what_the_gateway_cannot_refund_waits_for_a_person() {
        CardPaymentStory story = refunding().refundImpossible("T1");

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUND_FAILED);
        assertThat(story.transaction("T1").refund()).isEqualTo(FAILED);
        assertThat(story.last().notes()).containsExactly(new PaymentNote(Type.REFUND_IMPOSSIBLE, "T1: no refund call"));
        assertThat(story.last().events()).isEmpty();
    }

    @Test
    void a_refund_that_was_made_after_all_needs_no_person() {
        assertThat(refunding().refundImpossible("T1").refunded("T1").status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void a_person_may_have_it_tried_again() {
        CardPaymentStory story = refunding().refundImpossible("T1").resolved(Resolution.RETRY);

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(story.transaction("T1").refund()).isEqualTo(DUE);
        assertThat(story.last().notes())
                .containsExactly(new PaymentNote(Type.RESOLVED_BY_HAND, "RETRY: by bank transfer"));
    }

    @Test
    void a_person_may_have_given_it_back_by_another_way() {
        CardPaymentStory story = refunding().refundImpossible("T1").resolved(Resolution.REFUNDED);

        assertThat(story.status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(story.last().notes())
                .containsExactly(new PaymentNote(Type.RESOLVED_BY_HAND, "REFUNDED: by bank transfer"));
    }

    @Test
    void without_a_failed_refund_a_person_has_nothing_to_resolve() {
        CardPaymentStory story = refunding();

        assertThat(Refunding.resolve(story.payment(), Resolution.REFUNDED, "why", story.now()))
                .isEmpty();
    }

    @Test
    void a_payment_is_refunded_when_all_its_money_went_back() {
        CardPaymentStory story = paid().lookedUp(approved("T1"), approved("T2")).canceledByCustomer();

        assertThat(story.refundImpossible("T1").status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(story.refunded("T2").status()).isEqualTo(PaymentStatus.REFUND_FAILED);
        assertThat(story.resolved(Resolution.REFUNDED).status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void what_a_person_resolves_touches_failed_refunds_only() {
        CardPaymentStory story = paid().lookedUp(approved("T1"), approved("T2")).refundImpossible("T2");
        assertThat(story.status()).isEqualTo(PaymentStatus.APPROVED);

        story.resolved(Resolution.RETRY);

        assertThat(story.status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(story.transaction("T1").refund()).isEqualTo(NONE);
        assertThat(story.transaction("T2").refund()).isEqualTo(DUE);
    }

    @Test
    void nothing_is_refunded_that_is_not_owed() {
        CardPaymentStory story = paid();
        CardPayment before = story.payment();

        assertThat(story.refunded("T1").payment()).isEqualTo(before);
        assertThat(story.refundImpossible("T1").payment()).isEqualTo(before);
        assertThat(refunding().refunded("T2").status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(refunding().refundImpossible("T2").status()).isEqualTo(PaymentStatus.REFUNDING);
    }
}
