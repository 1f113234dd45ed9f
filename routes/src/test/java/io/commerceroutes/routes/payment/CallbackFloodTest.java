package io.commerceroutes.routes.payment;

import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.CALLED_ABOUT;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_CALLED_ABOUT;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_PAYMENTS;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.Shop;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many callbacks come about an order, the gateway is asked little, and what they tell of is not missed. */
class CallbackFloodTest extends CallbackTest {
    @BeforeEach
    void callsAreFollowedUp() throws Exception {
        start(RECONCILE_CALLED_ABOUT);
    }

    @Test
    void a_thousand_forged_callbacks_about_one_order_make_one_look_up_and_the_schedule_makes_the_next()
            throws Exception {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "PENDING", 300);

        IntStream.range(0, 1_000).parallel().forEach(n -> understood(callback("forged-" + n, orderId, "SUCCESS")));
        allAreFollowedUp(1);

        assertThat(journal().count("note callback")).isEqualTo(1_000);
        assertThat(Gateway.lookUps()).hasSize(1);
        assertThat(shop.payment(orderId).dueAt()).hasValue(clock.instant());
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        fire(RECONCILE_PAYMENTS, "find due");
        assertThat(Gateway.lookUps()).hasSize(2);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(7);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_003);
    }

    @Test
    void a_callback_after_a_while_is_followed_up_at_once_again() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "PENDING", 300);
        understood(callback(KEY, orderId, "PENDING"));
        allAreFollowedUp(1);

        clock.pass(ofSeconds(1));
        understood(callback(KEY, orderId, "PENDING"));
        allAreFollowedUp(2);

        assertThat(Gateway.lookUps()).hasSize(2);
    }

    @Test
    void what_is_called_about_while_it_is_looked_up_is_due_again_after_that() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "PENDING", 300);
        journal()
                .meanwhile(
                        "note callback",
                        () -> beforeNextTransaction(() -> understood(callback(KEY, orderId, "PENDING"))));

        understood(callback(KEY, orderId, "PENDING"));
        allAreFollowedUp(1);

        assertThat(journal().count("note callback")).isEqualTo(2);
        assertThat(Gateway.lookUps()).hasSize(1);
        assertThat(shop.payment(orderId).dueAt()).hasValue(clock.instant());
    }

    /** @param lookUps that they make at least */
    private void allAreFollowedUp(int lookUps) {
        await().atMost(ofSeconds(30)).pollInterval(ofMillis(2)).untilAsserted(() -> {
            assertThat(waitingFor(CALLED_ABOUT)).isZero();
            assertThat(Gateway.lookUps()).hasSizeGreaterThanOrEqualTo(lookUps);
            assertThat(camel.getInflightRepository().size(RECONCILE_CALLED_ABOUT))
                    .isZero();
        });
    }
}
