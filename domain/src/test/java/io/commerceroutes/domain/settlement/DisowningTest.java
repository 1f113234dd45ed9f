package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.Answers.declined;
import static io.commerceroutes.domain.settlement.Answers.pending;
import static io.commerceroutes.domain.settlement.CardPaymentStory.POLICY;
import static io.commerceroutes.domain.settlement.CardPaymentStory.SETTLEMENT;
import static io.commerceroutes.domain.settlement.CardPaymentStory.asked;
import static io.commerceroutes.domain.settlement.CardPaymentStory.requested;
import static io.commerceroutes.domain.settlement.CardPaymentStory.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.Finding.Report;
import io.commerceroutes.domain.settlement.PaymentNote.Type;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The gateway names a transaction that is known as another order's. */
class DisowningTest {
    private static final Set<String> FOREIGN = Set.of("A1", "A2");

    @Test
    void an_acceptance_under_another_orders_key_is_no_clear_answer() {
        Settled settled = decide(asked(), new Finding.Accepted(1, "A1"));

        assertThat(settled.after().attempts()).extracting(Attempt::outcome).containsExactly(AttemptOutcome.UNCLEAR);
        assertThat(settled.after().transactions()).isEmpty();
        assertThat(settled.after().status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(settled.notes()).contains(disowned("A1 PENDING"));
        assertThat(settled.isContradicted()).isTrue();
        assertThat(settled.events()).isEmpty();
    }

    @Test
    void a_look_up_that_names_one_proves_nothing_and_no_money_is_asked_for() {
        CardPaymentStory story = unknown().after(POLICY.quiet().plus(POLICY.lease()));
        assertThat(story.payment().provableUpTo(story.now(), POLICY.quiet())).isOne();

        Settled settled = decide(story, found(approved("A1")));

        assertThat(settled.after().attempts()).extracting(Attempt::outcome).containsExactly(AttemptOutcome.UNCLEAR);
        assertThat(settled.after().transactions()).isEmpty();
        assertThat(settled.next()).isEqualTo(NextStep.LOOK_UP);
        assertThat(settled.notes()).containsExactly(disowned("A1 SUCCESS 2000"));
        assertThat(settled.notes()).allMatch(PaymentNote::needsPerson);
        assertThat(settled.after().checks()).isEqualTo(1);
    }

    @Test
    void what_is_named_beside_it_is_the_orders_own() {
        Settled settled = decide(requested(), found(declined("A1"), approved("T1"), pending("A2")));

        assertThat(settled.after().transactions())
                .extracting(CardTransaction::key)
                .containsExactly("T1");
        assertThat(settled.after().status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(settled.notes()).contains(disowned("A1 FAILED 2000"), disowned("A2 PENDING"));
    }

    @Test
    void the_payment_expires_at_its_hard_deadline_and_is_watched_from_then_on() {
        CardPaymentStory story = unknown().at(POLICY.deadlines().hard().minusSeconds(1));
        Settled before = decide(story, found(approved("A1")));
        assertThat(before.after().status()).isEqualTo(PaymentStatus.UNKNOWN);

        Settled expired =
                decide(CardPaymentStory.of(before.after(), story.now().plusSeconds(1)), found(approved("A1")));

        assertThat(expired.after().status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(expired.cancel()).contains(CancelReason.PAYMENT_EXPIRED);
        assertThat(expired.after().dueAt()).isPresent();
        assertThat(expired.after().transactions()).isEmpty();
    }

    @Test
    void a_finding_that_names_none_is_taken_as_it_is() {
        for (Finding finding : new Finding[] {
            new Finding.Accepted(1, "T1"),
            new Finding.AttemptFailed(1, AttemptOutcome.CARD_REFUSED),
            found(pending("T1")),
            found(),
            new Finding.NoAnswer(),
            new Finding.Nothing()
        }) {
            assertThat(decide(asked(), finding))
                    .isEqualTo(SETTLEMENT.decide(asked().payment(), finding, asked().now()));
        }
    }

    @Test
    void only_what_a_payment_does_not_know_may_be_another_orders() {
        CardPayment payment = requested().payment();

        assertThat(payment.unknownOf(found(pending("T1"), pending("T2")))).containsExactly("T2");
        assertThat(payment.unknownOf(new Finding.Accepted(1, "T3"))).containsExactly("T3");
        assertThat(payment.unknownOf(new Finding.Accepted(1, "T1"))).isEmpty();
        assertThat(payment.unknownOf(new Finding.AttemptFailed(1, AttemptOutcome.UNCLEAR)))
                .isEmpty();
        assertThat(payment.unknownOf(new Finding.NoAnswer())).isEmpty();
        assertThat(payment.unknownOf(new Finding.Nothing())).isEmpty();
    }

    private static Finding found(Report... reports) {
        return new Finding.LookedUp(1, 0, List.of(reports));
    }

    private static PaymentNote disowned(String detail) {
        return new PaymentNote(Type.TRANSACTION_DISOWNED, detail);
    }

    private static Settled decide(CardPaymentStory story, Finding finding) {
        return SETTLEMENT.decide(story.payment(), finding, FOREIGN, story.now());
    }
}
