package io.commerceroutes.adapters.settlement;

import static io.commerceroutes.adapters.settlement.Payments.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.domain.settlement.NextStep;
import io.commerceroutes.domain.settlement.PaymentNote;
import io.commerceroutes.domain.settlement.Settled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SettledRowsIT {
    private static final Instant LATER = START.plusSeconds(2);
    private static Payments scene;

    @BeforeAll
    static void migrate() {
        scene = new Payments();
    }

    @Test
    void what_was_decided_on_another_status_is_not_written() {
        String orderId = scene.requested();
        CardPayment stale = scene.find(orderId);
        scene.settle(orderId, Payments.failed(AttemptOutcome.UNCLEAR), LATER);

        assertRefused(stale);
    }

    @Test
    void what_was_decided_on_another_attempt_is_not_written() {
        String orderId = scene.orders.byCard(START).orderId();
        CardPayment stale = scene.find(orderId);
        scene.claim(orderId, START);

        assertRefused(stale);
    }

    private static void assertRefused(CardPayment stale) {
        String orderId = stale.order().orderId();
        CardPayment now = scene.find(orderId);
        CardPayment after = new CardPayment(
                stale.order().become(PaymentStatus.EXPIRED),
                stale.attempts(),
                stale.transactions(),
                stale.leaseUntil(),
                9,
                Optional.empty(),
                stale.calls());
        PaymentNote note = new PaymentNote(PaymentNote.Type.ATTEMPT_ENDED, "never");

        assertThatIllegalStateException()
                .isThrownBy(() -> scene.write(
                        new Settled(stale, after, List.of(note), Optional.empty(), NextStep.DECIDE, LATER)));

        assertThat(scene.find(orderId)).isEqualTo(now);
        assertThat(scene.history(orderId)).doesNotContain("PaymentExpired");
        assertThat(scene.strings("SELECT detail FROM payment_event WHERE order_id = ?", orderId))
                .doesNotContain("never");
        assertThat(scene.count("card_vault", orderId)).isOne();
    }

    @Test
    void a_decision_that_changes_nothing_writes_nothing() {
        String orderId = scene.requested();
        CardPayment payment = scene.find(orderId);
        scene.schema.jdbc().update("UPDATE payment SET attempt_no = 77 WHERE order_id = ?", orderId);

        scene.write(new Settled(payment, payment, List.of(), Optional.empty(), NextStep.WAIT, LATER));

        assertThat(scene.strings("SELECT updated_at FROM payment WHERE order_id = ?", orderId))
                .containsExactly("2026-11-22 01:02:03.456789");
    }

    @Test
    void every_note_has_a_name_and_a_detail_that_fits() {
        String orderId = scene.requested();
        PaymentNote[] notes = Stream.of(PaymentNote.Type.values())
                .map(type -> new PaymentNote(type, "x".repeat(499) + "😀"))
                .toArray(PaymentNote[]::new);

        scene.write(scene.changed(orderId, payment -> payment, LATER, notes));

        assertThat(scene.history(orderId))
                .containsSubsequence("TransactionFound", "AnswerContradicted", "ResolvedByHand")
                .allMatch(type -> type.matches("([A-Z][a-z]+)+"));
        assertThat(scene.strings("SELECT detail FROM payment_event WHERE order_id = ? AND detail LIKE 'x%'", orderId))
                .hasSize(notes.length)
                .containsOnly("x".repeat(499));
    }

    @Test
    void a_reason_that_is_too_long_is_cut() {
        String orderId = scene.accepted("tr-long");
        Finding.Report report =
                new Finding.Report("tr-long", Status.FAILED, Optional.empty(), Optional.of("r".repeat(201)));

        scene.settle(orderId, new Finding.LookedUp(1, 0, List.of(report)), LATER);

        assertThat(scene.find(orderId).transactions().getFirst().reason()).contains("r".repeat(200));
    }

    @Test
    void the_card_is_kept_while_it_may_be_needed() {
        String orderId = scene.requested();
        scene.settle(orderId, Payments.failed(AttemptOutcome.UNCLEAR), LATER);

        assertThat(scene.find(orderId).status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(scene.count("card_vault", orderId)).isOne();
    }

    @Test
    void the_card_is_erased_when_it_is_not_needed_any_more() {
        String accepted = scene.accepted("tr-accepted");
        String declined = scene.requested();
        scene.settle(declined, Payments.failed(AttemptOutcome.CARD_REFUSED), LATER);

        assertThat(scene.find(accepted).status()).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(scene.count("card_vault", accepted)).isZero();
        assertThat(scene.find(declined).status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(scene.count("card_vault", declined)).isZero();
    }

    @Test
    void only_the_open_attempt_under_lease_may_be_sent() {
        String orderId = scene.requested();
        Instant end = scene.find(orderId).leaseUntil().orElseThrow();

        assertThat(scene.payments.isStillOpen(orderId, 1)).isTrue();
        assertThat(scene.payments.isStillOpen(orderId, 2)).isFalse();
        assertThat(scene.payments.isStillOpen("nobody", 1)).isFalse();
        assertThat(scene.at(end.minusNanos(1_000)).isStillOpen(orderId, 1)).isTrue();
        assertThat(scene.at(end).isStillOpen(orderId, 1)).isFalse();
        scene.settle(orderId, Payments.failed(AttemptOutcome.NOT_SENT), LATER);
        assertThat(scene.payments.isStillOpen(orderId, 1)).isFalse();
    }
}
