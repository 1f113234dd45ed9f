package io.commerceroutes.routes.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.routes.payment.PaymentFlowTest;
import io.commerceroutes.routes.shop.Api.Reply;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.TechnicalFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelCardOrderTest extends PaymentFlowTest {
    @Test
    void an_order_that_the_gateway_was_not_asked_about_is_closed_and_never_asked_about() {
        String orderId = placeCardOrder();

        Reply reply = cancel(orderId);
        request(orderId);
        reconcile(orderId);

        assertThat(reply.<String>at("$.status")).isEqualTo("CANCELED");
        assertThat(reply.<String>at("$.payment.status")).isEqualTo("EXPIRED");
        isUndone(orderId, CancelReason.CUSTOMER);
        assertThat(Gateway.requests()).isEmpty();
    }

    @Test
    void a_requested_payment_stays_open_and_its_approval_goes_back() {
        String orderId = placeRequestedOrder();

        assertThat(cancel(orderId).<String>at("$.payment.status")).isEqualTo("REQUESTED");
        isUndone(orderId, CancelReason.CUSTOMER);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(transaction(orderId, KEY).refund()).isEqualTo(RefundState.DUE);
        isUndone(orderId, CancelReason.CUSTOMER);
    }

    @Test
    void a_requested_payment_that_is_declined_after_the_cancel_undoes_nothing_twice() {
        String orderId = placeRequestedOrder();
        cancel(orderId);
        Gateway.decides(KEY, orderId, "FAILED", 300);

        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.DECLINED);
        isUndone(orderId, CancelReason.CUSTOMER);
    }

    @Test
    void an_unknown_payment_stays_open_and_closes_on_a_404_without_another_attempt() {
        String orderId = placeCardOrder();
        Gateway.fails(500, "who knows");
        request(orderId);

        assertThat(cancel(orderId).<String>at("$.payment.status")).isEqualTo("UNKNOWN");
        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(Gateway.attempts()).hasSize(1);
        isUndone(orderId, CancelReason.CUSTOMER);
    }

    @Test
    void a_cancel_between_claim_and_answer_gives_the_money_back() {
        String orderId = placeCardOrder();
        Gateway.accepts(KEY);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        journal()
                .meanwhile(
                        "confirm attempt",
                        () -> assertThat(cancel(orderId).status()).isEqualTo(200));

        request(orderId);
        reconcile(orderId);

        assertThat(Gateway.attempts()).hasSizeLessThan(2);
        isUndone(orderId, CancelReason.CUSTOMER);
        assertThat(shop.payment(orderId).transactions())
                .allSatisfy(transaction -> assertThat(transaction.refund()).isEqualTo(RefundState.DUE));
    }

    @Test
    void a_paid_order_is_undone_and_its_money_goes_back() {
        String orderId = placePaidOrder();

        Reply reply = cancel(orderId);

        assertThat(reply.<String>at("$.payment.status")).isEqualTo("REFUNDING");
        assertThat(transaction(orderId, KEY).refund()).isEqualTo(RefundState.DUE);
        isUndone(orderId, CancelReason.CUSTOMER);
        assertThat(cancel(orderId).body()).isEqualTo(reply.body());
        assertThat(shop.notes()).containsOnlyOnce("REFUND_DUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "revoke points", "restore stock", "lock payment", "write payment", "commit"})
    void a_step_that_fails_takes_back_cancel_and_refund(String step) {
        String orderId = placePaidOrder();
        String before = shop.kept();
        journal().failAlways(step, TechnicalFailure.unexpected());

        assertThat(cancel(orderId).status()).isEqualTo(500);

        assertThat(shop.kept()).isEqualTo(before);
    }
}
