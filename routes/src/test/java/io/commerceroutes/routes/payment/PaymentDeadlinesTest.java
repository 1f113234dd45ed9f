package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.routes.shop.Gateway;
import org.junit.jupiter.api.Test;

/** A payment that is not decided expires at its soft or its hard deadline, and what comes after it is seen to. */
class PaymentDeadlinesTest extends PaymentFlowTest {
    @Test
    void a_payment_nobody_asked_for_before_the_soft_deadline_expires_without_a_word_to_the_gateway() {
        String orderId = placeCardOrder();
        clock.pass(ofMinutes(5));

        reconcile(orderId);

        assertThat(Gateway.requests()).isEmpty();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.EXPIRED);
        isUndone(orderId, CancelReason.PAYMENT_EXPIRED);
    }

    @Test
    void right_before_the_soft_deadline_the_gateway_is_still_asked() {
        String orderId = placeCardOrder();
        Gateway.accepts(KEY);
        clock.pass(ofMinutes(5).minusSeconds(1));

        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
    }

    @Test
    void an_unknown_payment_expires_on_a_404_past_the_soft_deadline_and_not_without_an_answer() {
        String orderId = unknown();
        Gateway.answersLookUps(aResponse().withStatus(503));
        clock.pass(ofMinutes(5));
        reconcile(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.UNKNOWN);
        isUntouched(orderId);

        Gateway.lookUpsFind("");
        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.EXPIRED);
        isUndone(orderId, CancelReason.PAYMENT_EXPIRED);
        assertThat(Gateway.attempts()).hasSize(1);
    }

    @Test
    void at_the_hard_deadline_an_unknown_payment_expires_whatever_the_gateway_has() {
        String orderId = unknown();
        clock.pass(ofMinutes(30));

        reconcile(orderId);

        assertThat(Gateway.lookUps()).isEmpty();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.EXPIRED);
        isUndone(orderId, CancelReason.PAYMENT_EXPIRED);
    }

    @Test
    void a_requested_payment_waits_past_the_soft_deadline_expires_at_the_hard_one_and_a_late_approval_goes_back() {
        String orderId = placeRequestedOrder();
        Gateway.lookUpsFind(Gateway.listed(KEY, "PENDING"));
        clock.pass(ofMinutes(30).minusSeconds(1));
        reconcile(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
        clock.pass(ofSeconds(1));
        reconcile(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.EXPIRED);
        isUndone(orderId, CancelReason.PAYMENT_EXPIRED);

        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(transaction(orderId, KEY).refund()).isEqualTo(RefundState.DUE);
        isUndone(orderId, CancelReason.PAYMENT_EXPIRED);
    }

    @Test
    void what_is_watched_after_its_end_is_watched_at_growing_intervals_and_not_for_ever() {
        String orderId = unknown();
        clock.pass(ofSeconds(2));
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        reconcile(orderId);
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.payment(orderId).dueAt()).hasValue(clock.instant().plusSeconds(10));

        clock.pass(ofSeconds(10));
        reconcile(orderId);
        assertThat(shop.payment(orderId).dueAt()).hasValue(clock.instant().plusSeconds(30));

        clock.pass(ofDays(30));
        reconcile(orderId);
        assertThat(shop.payment(orderId).dueAt()).isEmpty();
    }

    /** An order whose only attempt the gateway itself answered with an error. */
    private String unknown() {
        String orderId = placeCardOrder();
        Gateway.fails(500, "who knows");
        request(orderId);
        return orderId;
    }
}
