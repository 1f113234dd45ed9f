package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.Answers.approved;
import static io.commerceroutes.domain.settlement.Answers.approvedOfUnknownAmount;
import static io.commerceroutes.domain.settlement.Answers.declined;
import static io.commerceroutes.domain.settlement.Answers.pending;
import static io.commerceroutes.domain.settlement.CardPaymentStory.PAYABLE;
import static io.commerceroutes.domain.settlement.CardPaymentStory.asked;
import static io.commerceroutes.domain.settlement.CardPaymentStory.begun;
import static io.commerceroutes.domain.settlement.CardPaymentStory.paid;
import static io.commerceroutes.domain.settlement.CardPaymentStory.refunding;
import static io.commerceroutes.domain.settlement.CardPaymentStory.requested;
import static io.commerceroutes.domain.settlement.CardPaymentStory.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding.Report;
import io.commerceroutes.domain.settlement.Refunding.Resolution;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayBalanceTest {
    @Test
    void a_paid_order_keeps_its_payable_amount_there() {
        GatewayBalance balance = balance(paid(), approved("T1"));

        assertThat(balance)
                .isEqualTo(new GatewayBalance(
                        paid().payment().order().orderId(), PAYABLE, Money.ZERO, Money.ZERO, Money.ZERO, PAYABLE));
        assertThat(balance.holds()).isTrue();
        assertThat(balance.told()).isEqualTo("captured 2000, refunded 0, listed 0, returned by hand 0, payable 2000");
    }

    @Test
    void more_or_less_than_the_payable_amount_of_a_paid_order_is_wrong() {
        assertThat(balance(paid(), approved("T1", 1_999)).holds()).isFalse();
        assertThat(balance(paid(), approved("T1"), approved("T2", 1)).holds()).isFalse();
        assertThat(balance(paid(), refunded("T1", 1)).holds()).isFalse();
        assertThat(balance(paid()).holds()).isFalse();
    }

    @Test
    void a_second_capture_that_went_back_is_right() {
        assertThat(balance(paid(), approved("T1"), refunded("T2", 2_000)).holds())
                .isTrue();
    }

    @Test
    void an_order_that_is_not_paid_keeps_nothing_there() {
        assertThat(balance(declinedOrder()).holds()).isTrue();
        assertThat(balance(declinedOrder(), declined("T1")).holds()).isTrue();
        assertThat(balance(declinedOrder(), declined("T1"), pending("T2")).holds())
                .isTrue();
        assertThat(balance(declinedOrder(), declined("T1"), approved("T2")).holds())
                .isFalse();
    }

    @Test
    void what_was_refunded_must_have_been_refunded_there() {
        CardPaymentStory refunded = refunding().refunded("T1");

        assertThat(balance(refunded, refunded("T1", 2_000)).holds()).isTrue();
        assertThat(balance(refunded, refunded("T1", 1_999)).holds()).isFalse();
        assertThat(balance(refunded, approved("T1")).holds()).isFalse();
    }

    @Test
    void a_refund_that_waits_for_a_person_keeps_its_money_there() {
        assertThat(balance(listed(), approved("T1")).holds()).isTrue();
        assertThat(balance(listed(), approved("T1")).listed()).isEqualTo(PAYABLE);
    }

    @Test
    void a_refund_that_waits_for_a_person_though_it_was_made_would_be_made_twice() {
        assertThat(balance(listed(), refunded("T1", 2_000)).holds()).isFalse();
    }

    @Test
    void what_a_person_gave_back_the_gateway_keeps() {
        CardPayment resolved = listed().resolved(Resolution.REFUNDED).payment();

        assertThat(GatewayBalance.of(resolved, resolved, List.of(approved("T1")), PAYABLE))
                .hasValueSatisfying(balance -> assertThat(balance.holds()).isTrue());
        assertThat(GatewayBalance.of(resolved, resolved, List.of(refunded("T1", 2_000)), PAYABLE))
                .hasValueSatisfying(balance -> assertThat(balance.holds()).isFalse());
    }

    @Test
    void nothing_can_be_said_of_a_payment_that_is_not_settled() {
        assertThat(of(begun())).isEmpty();
        assertThat(of(requested(), pending("T1"))).isEmpty();
        assertThat(of(refunding(), approved("T1"))).isEmpty();
        assertThat(of(declinedOrder(), declined("T1"))).isPresent();
        CardPaymentStory expiredUndecided = asked().accepted("T1")
                .at(CardPaymentStory.POLICY.deadlines().hard())
                .nothingNew();
        assertThat(of(expiredUndecided, pending("T1"))).isEmpty();
    }

    @Test
    void nothing_can_be_said_of_a_payment_that_changed_while_the_gateway_was_asked() {
        CardPayment before = paid().payment();
        CardPayment canceled = refunding().refunded("T1").payment();

        assertThat(GatewayBalance.of(before, canceled, List.of(approved("T1")), Money.ZERO))
                .isEmpty();
        assertThat(GatewayBalance.of(listed().payment(), canceled, List.of(approved("T1")), Money.ZERO))
                .isEmpty();
    }

    @Test
    void nothing_can_be_said_while_a_watch_is_to_adopt_what_only_the_gateway_knows_of() {
        CardPaymentStory watched = unknown().lookedUp(approved("T1"));
        assertThat(watched.payment().dueAt()).isPresent();

        assertThat(of(watched, approved("T1"), approved("T2"))).isEmpty();
        assertThat(of(watched, approved("T2"))).isEmpty();
    }

    @Test
    void a_watched_payment_is_compared_with_all_that_is_known_and_took_no_money_beside_it() {
        CardPaymentStory watched = unknown().lookedUp(approved("T1"));

        assertThat(balance(watched, approved("T1"), pending("T2"), declined("T3"))
                        .holds())
                .isTrue();
        assertThat(balance(watched, approved("T1", 1_999)).holds()).isFalse();
        assertThat(balance(watched).holds()).isFalse();
    }

    @Test
    void what_only_the_gateway_knows_of_when_the_watch_is_over_is_wrong() {
        CardPaymentStory watched = unknown().lookedUp(approved("T1"));
        watched.at(CardPaymentStory.POLICY.watch()).nothingNew();
        assertThat(watched.payment().dueAt()).isEmpty();

        assertThat(balance(watched, approved("T1"), approved("T2")).holds()).isFalse();
    }

    @Test
    void nothing_can_be_said_where_the_gateway_does_not_tell_how_much_it_took() {
        assertThat(of(paid(), approvedOfUnknownAmount("T1"))).isEmpty();
    }

    private static CardPaymentStory declinedOrder() {
        return requested().lookedUp(declined("T1"));
    }

    private static CardPaymentStory listed() {
        return refunding().refundImpossible("T1");
    }

    private static GatewayBalance balance(CardPaymentStory story, Report... told) {
        return of(story, told).orElseThrow();
    }

    private static Optional<GatewayBalance> of(CardPaymentStory story, Report... told) {
        return GatewayBalance.of(story.payment(), story.payment(), List.of(told), Money.ZERO);
    }

    /** Of what was captured, so much went back. */
    private static Report refunded(String key, long won) {
        return new Report(key, Status.SUCCESS, Optional.of(PAYABLE), Optional.empty(), Optional.of(Money.of(won)));
    }
}
