package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.Answers.approvedOfUnknownAmount;
import static io.commerceroutes.domain.settlement.Answers.declined;
import static io.commerceroutes.domain.settlement.Answers.pending;
import static io.commerceroutes.domain.settlement.CardPaymentStory.asked;
import static io.commerceroutes.domain.settlement.CardPaymentStory.begun;
import static io.commerceroutes.domain.settlement.CardPaymentStory.paid;
import static io.commerceroutes.domain.settlement.CardPaymentStory.requested;
import static io.commerceroutes.domain.settlement.CardPaymentStory.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.event.EventType;
import io.commerceroutes.domain.event.OrderEvent;
import io.commerceroutes.domain.settlement.PaymentNote.Type;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentHistoryTest {
    @Test
    void an_attempt_is_noted_when_it_starts_and_when_it_ends() {
        CardPaymentStory story = asked();
        assertNotes(story, new PaymentNote(Type.ATTEMPT_STARTED, "attempt 1"));

        story.failed(AttemptOutcome.NOT_SENT);
        assertNotes(story, new PaymentNote(Type.ATTEMPT_ENDED, "attempt 1 NOT_SENT"));

        story.whenDue().ask();
        assertNotes(story, new PaymentNote(Type.ATTEMPT_STARTED, "attempt 2"));
    }

    @Test
    void a_transaction_is_noted_when_it_is_found_and_when_it_is_decided() {
        CardPaymentStory story = requested();
        assertNotes(
                story,
                new PaymentNote(Type.ATTEMPT_ENDED, "attempt 1 ACCEPTED"),
                new PaymentNote(Type.TRANSACTION_FOUND, "T1"));

        story.lookedUp(pending("T1"));
        assertNotes(story);

        story.lookedUp(approvedOfUnknownAmount("T1"));
        assertNotes(story);

        story.lookedUp(approved("T1"));
        assertNotes(story, new PaymentNote(Type.TRANSACTION_DECIDED, "T1 SUCCESS 2000"));

        story.lookedUp(approved("T1"));
        assertNotes(story);
    }

    @Test
    void a_decline_is_noted_with_its_reason() {
        assertNotes(
                requested().lookedUp(declined("T1")),
                new PaymentNote(Type.TRANSACTION_DECIDED, "T1 FAILED 2000: Limit exceeded"));
    }

    @Test
    void a_refund_is_noted_when_it_is_owed() {
        CardPaymentStory story = paid().lookedUp(approved("T2"));
        assertNotes(
                story,
                new PaymentNote(Type.TRANSACTION_FOUND, "T2"),
                new PaymentNote(Type.TRANSACTION_DECIDED, "T2 SUCCESS 2000"),
                new PaymentNote(Type.REFUND_DUE, "T2"));

        assertNotes(story.canceledByCustomer(), new PaymentNote(Type.REFUND_DUE, "T1"));
        assertNotes(story.nothingNew());
    }

    @Test
    void the_outside_is_told_of_a_request_and_its_approval() {
        assertThat(types(asked())).isEmpty();
        assertThat(types(requested())).containsExactly(EventType.PAYMENT_REQUESTED);
        assertThat(types(requested().lookedUp(pending("T1")))).isEmpty();
        assertThat(types(paid())).containsExactly(EventType.PAYMENT_APPROVED, EventType.ORDER_PAID);
    }

    @Test
    void an_event_shows_the_order_as_it_is_after_and_when() {
        CardPaymentStory story = requested().after(Duration.ofSeconds(7)).lookedUp(approved("T1"));

        assertThat(story.last().events())
                .contains(new OrderEvent(EventType.ORDER_PAID, story.payment().order(), story.now()));
    }

    @Test
    void the_outside_is_told_of_a_payment_that_failed() {
        assertThat(types(requested().lookedUp(declined("T1")))).containsExactly(EventType.PAYMENT_DECLINED);
        assertThat(types(begun().canceledByCustomer())).containsExactly(EventType.PAYMENT_EXPIRED);
        assertThat(types(unknown())).isEmpty();
    }

    @Test
    void a_finding_that_is_known_already_changes_nothing_but_when_to_look_next() {
        for (Finding finding : new Finding[] {
            new Finding.Accepted(1, "T1"),
            new Finding.AttemptFailed(1, AttemptOutcome.UNCLEAR),
            new Finding.LookedUp(1, 0, List.of(pending("T1"))),
            new Finding.NoAnswer(),
            new Finding.Nothing()
        }) {
            CardPaymentStory story = requested();
            CardPayment before = story.payment();

            story.decide(finding);

            assertThat(story.payment().due(before.dueAt(), before.checks())).isEqualTo(before);
            assertThat(story.last().notes()).isEmpty();
            assertThat(story.last().events()).isEmpty();
            assertThat(story.last().isStatusNew()).isFalse();
        }
    }

    @Test
    void paid_now_is_only_what_was_not_paid_before() {
        assertThat(paid().last().isPaidNow()).isTrue();
        assertThat(paid().nothingNew().last().isPaidNow()).isFalse();
        assertThat(requested().last().isPaidNow()).isFalse();
    }

    private static void assertNotes(CardPaymentStory story, PaymentNote... notes) {
        assertThat(story.last().notes()).containsExactly(notes);
    }

    private static List<EventType> types(CardPaymentStory story) {
        return story.last().events().stream().map(OrderEvent::type).toList();
    }
}
