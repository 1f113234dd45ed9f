package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.Answers.declined;
import static io.commerceroutes.domain.settlement.CardPaymentStory.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.settlement.PaymentNote.Type;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContradictionsTest {
    private static final PaymentNote MONEY = contradiction("T1 SUCCESS 2000");

    @Test
    void money_after_a_decline_needs_a_person_and_a_decline_after_money_does_not() {
        Settled money =
                requested().lookedUp(declined("T1")).lookedUp(approved("T1")).last();
        Settled decline =
                requested().lookedUp(approved("T1")).lookedUp(declined("T1")).last();

        assertThat(money.notes()).containsExactly(MONEY).allMatch(PaymentNote::needsPerson);
        assertThat(decline.notes())
                .containsExactly(contradiction("T1 FAILED 2000"))
                .noneMatch(PaymentNote::needsPerson);
        assertThat(money.isContradicted()).isTrue();
        assertThat(requested().last().isContradicted()).isFalse();
        assertThat(new PaymentNote(Type.TRANSACTION_DECIDED, "T1 SUCCESS").needsPerson())
                .isFalse();
    }

    @Test
    void what_was_noted_of_the_same_transaction_and_status_is_not_noted_again() {
        Settled settled = with(MONEY, contradiction("T1 SUCCESS 7"), contradiction("T2 SUCCESS"));

        assertThat(settled.unlessNoted(List.of()).notes()).containsExactly(MONEY, contradiction("T2 SUCCESS"));
        assertThat(settled.unlessNoted(List.of(contradiction("T1 SUCCESS"))).notes())
                .containsExactly(contradiction("T2 SUCCESS"));
        assertThat(settled.unlessNoted(List.of(contradiction("T1 FAILED"), contradiction("T1 PENDING")))
                        .notes())
                .containsExactly(MONEY, contradiction("T2 SUCCESS"));
    }

    @Test
    void all_else_is_noted_and_decided_as_it_was() {
        PaymentNote found = new PaymentNote(Type.TRANSACTION_FOUND, "T1");
        Settled settled = with(found, found, MONEY);

        Settled once = settled.unlessNoted(List.of(MONEY, new PaymentNote(Type.TRANSACTION_FOUND, "T1")));

        assertThat(once)
                .isEqualTo(new Settled(
                        settled.before(),
                        settled.after(),
                        List.of(found, found),
                        settled.cancel(),
                        settled.next(),
                        settled.at()));
    }

    @Test
    void no_more_than_so_many_are_noted() {
        List<PaymentNote> others = IntStream.range(0, Settled.CONTRADICTIONS_MAX - 1)
                .mapToObj(n -> contradiction("other-" + n + " SUCCESS"))
                .toList();

        assertThat(with(MONEY, contradiction("T2 SUCCESS")).unlessNoted(others).notes())
                .isEqualTo(Collections.singletonList(MONEY));
    }

    private static PaymentNote contradiction(String detail) {
        return new PaymentNote(Type.ANSWER_CONTRADICTED, detail);
    }

    private static Settled with(PaymentNote... notes) {
        Settled settled = requested().last();
        return new Settled(
                settled.before(), settled.after(), List.of(notes), settled.cancel(), settled.next(), settled.at());
    }
}
