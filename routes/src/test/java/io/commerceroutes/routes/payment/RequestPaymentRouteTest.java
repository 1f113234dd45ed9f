package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.RequestPaymentRoute.ORDERED_BY_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.shop.Gateway;
import org.junit.jupiter.api.Test;

class RequestPaymentRouteTest extends PaymentFlowTest {
    @Test
    void a_card_order_is_accepted_and_its_payment_is_left_to_the_background() {
        assertThat(waitingFor(ORDERED_BY_CARD)).isZero();

        String orderId = placeCardOrder();

        assertThat(waitingFor(ORDERED_BY_CARD)).isOne();
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.PENDING);
        assertThat(shop.cards()).containsOnlyKeys(orderId);
        assertThat(Gateway.requests()).isEmpty();
    }

    @Test
    void an_accepted_attempt_makes_the_payment_requested_and_its_card_is_forgotten() {
        Gateway.accepts("20261122:TR:7e4de0");
        String orderId = placeCardOrder();

        request(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REQUESTED);
        assertThat(shop.cards()).isEmpty();
        assertThat(Gateway.requests()).hasSize(1);
    }
}
