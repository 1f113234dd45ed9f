package io.commerceroutes.routes.payment;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.routes.shop.Gateway;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks that come too early, too often, too late, in the wrong order, or from somebody else. */
class CallbackRacesTest extends RaceTest {
    @Test
    void callback_before_the_response() {
        gatewayDecides("SUCCESS", PAYABLE);
        journal().meanwhile("open card", () -> {
            understood(callback(KEY, orderId, "SUCCESS"));
            reconcile(orderId);
        });

        request(orderId);
        reconcile(orderId);

        standsAndIsPaidOnce();
        assertThat(Gateway.attempts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void callback_twice_or_ten_times(int times) {
        request(orderId);
        gatewayDecides("SUCCESS", PAYABLE);

        IntStream.range(0, times).forEach(n -> {
            understood(callback(KEY, orderId, "SUCCESS"));
            reconcile(orderId);
        });

        standsAndIsPaidOnce();
        assertThat(shop.notes()).containsOnlyOnce("ORDER_PAID");
    }

    @Test
    void callbacks_in_reverse() {
        request(orderId);
        gatewayHasTwo("FAILED", "SUCCESS");

        understood(callback(OTHER_KEY, orderId, "SUCCESS"));
        reconcile(orderId);
        understood(callback(KEY, orderId, "FAILED"));
        reconcile(orderId);

        standsAndIsPaidOnce();
    }

    @Test
    void contradictory_callbacks() {
        request(orderId);
        gatewayDecides("SUCCESS", PAYABLE);

        understood(callback(KEY, orderId, "FAILED"));
        understood(callback(KEY, orderId, "SUCCESS"));
        reconcile(orderId);
        understood(callback(KEY, orderId, "FAILED"));
        reconcile(orderId);

        standsAndIsPaidOnce();
    }

    @Test
    void callback_after_expiry() throws Exception {
        request(orderId);
        clock.pass(ofMinutes(30));
        reconcile(orderId);
        isCanceled(CancelReason.PAYMENT_EXPIRED, PaymentStatus.EXPIRED);
        gatewayDecides("SUCCESS", PAYABLE);

        understood(callback(KEY, orderId, "SUCCESS"));
        reconcile(orderId);
        refund();

        isCanceled(CancelReason.PAYMENT_EXPIRED, PaymentStatus.REFUNDED);
    }

    @Test
    void callback_after_the_customers_cancel() throws Exception {
        request(orderId);
        cancel(orderId);
        isCanceled(CancelReason.CUSTOMER, PaymentStatus.REQUESTED);
        gatewayDecides("SUCCESS", PAYABLE);

        understood(callback(KEY, orderId, "SUCCESS"));
        reconcile(orderId);
        refund();

        isCanceled(CancelReason.CUSTOMER, PaymentStatus.REFUNDED);
    }

    @Test
    void forged_callback_with_wrong_facts() {
        request(orderId);
        gatewayDecides("FAILED", PAYABLE);

        understood(callback(KEY, orderId, "SUCCESS"));
        reconcile(orderId);

        isCanceled(CancelReason.PAYMENT_DECLINED, PaymentStatus.DECLINED);
    }

    @Test
    void forged_callback_with_an_unknown_key() {
        request(orderId);
        Gateway.lookUpsFind(Gateway.listed(KEY, "PENDING"));

        understood(callback("forged", orderId, "SUCCESS"));
        reconcile(orderId);

        assertThat(shop.payment(orderId).transactions())
                .extracting(CardTransaction::key)
                .containsExactly(KEY);
        is(OrderStatus.PENDING_PAYMENT, PaymentStatus.REQUESTED, 0);
        holds(7, 900, true);
    }
}
