package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.event.RelayOutboxRoute.WAKE_RELAY;
import static io.commerceroutes.routes.shop.Gateway.listed;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.TechnicalFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlePaymentRouteTest extends PaymentFlowTest {
    private static final int RETRIES = 3;

    @Test
    void an_approval_of_the_exact_amount_pays_the_order_and_wakes_the_relay() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        forgetHandOvers();

        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.PAID);
        assertThat(placed(orderId).paidAt()).hasValue(clock.instant());
        assertThat(shop.notes()).contains("PAYMENT_APPROVED", "ORDER_PAID");
        assertThat(shop.payment(orderId).dueAt()).isEmpty();
        assertThat(waitingFor(WAKE_RELAY)).isOne();
    }

    @Test
    void a_decline_undoes_the_order() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "FAILED", 300);

        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.DECLINED);
        isUndone(orderId, CancelReason.PAYMENT_DECLINED);
        assertThat(shop.notes()).contains("PAYMENT_DECLINED");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 299, 301})
    void an_approval_of_another_amount_undoes_the_order_and_is_to_be_refunded(long amount) {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", amount);

        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(transaction(orderId, KEY).refund()).isEqualTo(RefundState.DUE);
        isUndone(orderId, CancelReason.PAYMENT_MISMATCH);
    }

    @Test
    void of_two_approvals_one_pays_and_the_other_is_to_be_refunded() {
        String orderId = placeRequestedOrder();
        Gateway.lookUpsFind(listed(KEY, "SUCCESS") + "," + listed(OTHER_KEY, "SUCCESS"));
        Gateway.knows(KEY, orderId, "SUCCESS", 300, 0);
        Gateway.knows(OTHER_KEY, orderId, "SUCCESS", 300, 0);

        reconcile(orderId);

        paysWithTheFirst(orderId);
    }

    @Test
    void a_second_approval_that_comes_later_is_to_be_refunded_and_the_order_stays_paid() {
        String orderId = placeCardOrder();
        Gateway.fails(500, "kept all the same");
        request(orderId);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        reconcile(orderId);
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.PAID);
        Gateway.lookUpsFind(listed(KEY, "SUCCESS") + "," + listed(OTHER_KEY, "SUCCESS"));
        Gateway.knows(OTHER_KEY, orderId, "SUCCESS", 300, 0);
        clock.pass(ofSeconds(10));

        reconcile(orderId);

        paysWithTheFirst(orderId);
    }

    private void paysWithTheFirst(String orderId) {
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.PAID);
        assertThat(transaction(orderId, KEY).refund()).isEqualTo(RefundState.NONE);
        assertThat(transaction(orderId, OTHER_KEY).refund()).isEqualTo(RefundState.DUE);
    }

    @Test
    void a_contradiction_is_noted_and_changes_nothing() {
        String orderId = placeCardOrder();
        Gateway.fails(500, "kept all the same");
        request(orderId);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        reconcile(orderId);
        CardPayment before = shop.payment(orderId);
        shop.notes().clear();
        Gateway.decides(KEY, orderId, "FAILED", 300);

        reconcile(orderId);

        assertThat(shop.payment(orderId).transactions()).isEqualTo(before.transactions());
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.notes()).containsExactly("ANSWER_CONTRADICTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock payment",
                "write payment",
                "lock order",
                "cancel",
                "restore coupon",
                "refund points",
                "revoke points",
                "restore stock",
                "commit"
            })
    void a_step_that_fails_takes_back_the_whole_settlement_and_the_next_run_makes_it(String step) {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "FAILED", 300);
        String before = shop.kept();
        forgetHandOvers();
        journal().failAlways(step, TechnicalFailure.unexpected());

        reconcile(orderId);

        assertThat(shop.kept()).isEqualTo(before);
        assertThat(waitingFor(WAKE_RELAY)).isZero();
        journal().failNoMore();
        reconcile(orderId);
        isUndone(orderId, CancelReason.PAYMENT_DECLINED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock payment", "write payment", "restore stock", "commit"})
    void a_lost_race_repeats_the_whole_settlement_until_it_is_won(String step) {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "FAILED", 300);
        long begun = begun();
        journal().failNext(step, TechnicalFailure.conflict(), TechnicalFailure.conflict(), TechnicalFailure.conflict());

        reconcile(orderId);

        assertThat(begun() - begun).isEqualTo(1 + RETRIES);
        assertThat(Gateway.lookUps()).hasSize(1);
        isUndone(orderId, CancelReason.PAYMENT_DECLINED);
    }

    @Test
    void a_race_that_is_lost_again_and_again_is_left_to_the_next_run() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "FAILED", 300);
        long begun = begun();
        journal().failAlways("write payment", TechnicalFailure.conflict());

        reconcile(orderId);

        assertThat(begun() - begun).isEqualTo(1 + RETRIES);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
    }

    @Test
    void another_failure_after_a_lost_race_is_final() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "FAILED", 300);
        long begun = begun();
        journal().failNext("write payment", TechnicalFailure.conflict(), TechnicalFailure.unexpected());

        reconcile(orderId);

        assertThat(begun() - begun).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void a_lost_race_right_after_an_attempt_repeats_the_settlement_and_not_the_attempt(int status) {
        String orderId = placeCardOrder();
        Gateway.fails(status, "card");
        journal().meanwhile("open card", () -> journal().failNext("write payment", TechnicalFailure.conflict()));

        request(orderId);

        assertThat(Gateway.attempts()).hasSize(1);
        assertThat(outcomes(orderId))
                .containsExactly(status == 400 ? AttemptOutcome.CARD_REFUSED : AttemptOutcome.SERVER_ERROR);
    }

    private long begun() {
        return journal().count("begin jdbc-transaction");
    }
}
