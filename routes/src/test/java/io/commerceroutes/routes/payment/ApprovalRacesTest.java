package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.commerceroutes.routes.payment.ReconcilePaymentsRoute.RECONCILE_PAYMENTS;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.routes.shop.Gateway;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Approvals of a wrong amount, of two transactions, and those that are taken back. */
class ApprovalRacesTest extends RaceTest {
    /** Each callback of these tests tells an amount of 1 won. */
    @Test
    void another_amount_in_the_callback() {
        request(orderId);
        gatewayDecides("SUCCESS", PAYABLE);

        understood(callback(KEY, orderId, "SUCCESS"));
        reconcile(orderId);

        standsAndIsPaidOnce();
    }

    @ParameterizedTest
    @ValueSource(longs = {PAYABLE - 1, PAYABLE + 1, 2 * PAYABLE})
    void another_amount_captured(long captured) throws Exception {
        request(orderId);
        gatewayDecides("SUCCESS", captured);

        understood(callback(KEY, orderId, "SUCCESS"));
        reconcile(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REFUNDING);
        refund();

        isCanceled(CancelReason.PAYMENT_MISMATCH, PaymentStatus.REFUNDED);
    }

    @Test
    void two_transactions_approved() throws Exception {
        request(orderId);
        gatewayHasTwo("SUCCESS", "SUCCESS");

        understood(callback(OTHER_KEY, orderId, "SUCCESS"));
        reconcile(orderId);
        refund();

        standsAndIsPaidOnce();
        assertThat(transaction(orderId, KEY).refund()).isEqualTo(RefundState.NONE);
        assertThat(transaction(orderId, OTHER_KEY).refund()).isEqualTo(RefundState.REFUNDED);
    }

    @Test
    void second_approval_after_the_first_was_settled() throws Exception {
        Gateway.fails(500, "kept all the same");
        request(orderId);
        gatewayDecides("SUCCESS", PAYABLE);
        reconcile(orderId);
        standsAndIsPaidOnce();
        gatewayHasTwo("SUCCESS", "SUCCESS");

        understood(callback(OTHER_KEY, orderId, "SUCCESS"));
        reconcile(orderId);
        refund();

        standsAndIsPaidOnce();
        assertThat(transaction(orderId, OTHER_KEY).refund()).isEqualTo(RefundState.REFUNDED);
    }

    @Test
    void second_approval_that_only_a_callback_tells_of() throws Exception {
        request(orderId);
        gatewayDecides("SUCCESS", PAYABLE);
        reconcile(orderId);
        assertThat(shop.payment(orderId).dueAt()).isEmpty();
        gatewayHasTwo("SUCCESS", "SUCCESS");

        understood(callback(OTHER_KEY, orderId, "SUCCESS"));
        reconcile(orderId);
        refund();

        standsAndIsPaidOnce();
        assertThat(transaction(orderId, OTHER_KEY).refund()).isEqualTo(RefundState.REFUNDED);
    }

    /** The other transaction is made, and called about, after the schedule's look-up has read and before it is settled. */
    @Test
    void second_approval_called_about_while_a_look_up_is_under_way() throws Exception {
        request(orderId);
        gatewayDecides("SUCCESS", PAYABLE);
        beforeNextTransaction(() -> {
            Gateway.answersLookUps(aResponse().withStatus(503));
            understood(callback(OTHER_KEY, orderId, "SUCCESS"));
            reconcile(orderId);
        });
        reconcile(orderId);
        standsAndIsPaidOnce();
        gatewayHasTwo("SUCCESS", "SUCCESS");

        fire(RECONCILE_PAYMENTS, "find due");
        refund();

        standsAndIsPaidOnce();
        assertThat(transaction(orderId, OTHER_KEY).refund()).isEqualTo(RefundState.REFUNDED);
        assertThat(shop.payment(orderId).dueAt()).isEmpty();
    }

    /** The gateway says so in every way: accepts both requests under it, and names it for both when asked. */
    @Test
    void one_key_for_two_orders() throws Exception {
        String other = order("""
                {"items":[{"productId":12,"quantity":1}],
                 "payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(CARD_NUMBER)).at("$.orderId");
        request(other);
        request(orderId);
        assertThat(outcomes(orderId)).containsExactly(AttemptOutcome.UNCLEAR);
        gatewayDecides("SUCCESS", PAYABLE);
        clock.pass(ofSeconds(10));
        understood(callback(KEY, orderId, "SUCCESS"));
        reconcile(orderId);
        reconcile(orderId);
        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.UNKNOWN);

        clock.pass(ofMinutes(30));
        reconcile(orderId);
        reconcile(orderId);
        refund();

        isCanceled(CancelReason.PAYMENT_EXPIRED, PaymentStatus.EXPIRED);
        assertThat(Gateway.attempts()).hasSize(2);
        assertThat(shop.payment(orderId).transactions()).isEmpty();
        assertThat(shop.payment(orderId).dueAt()).isPresent();
        assertThat(transaction(other, KEY).refund()).isEqualTo(RefundState.NONE);
        assertThat(Collections.frequency(shop.notes(), "TRANSACTION_DISOWNED")).isEqualTo(2);
        assertThat(logged())
                .filteredOn(line -> line.startsWith("ERROR ") && line.contains(orderId))
                .hasSize(2);
    }

    @Test
    void decline_after_approval() {
        Gateway.fails(500, "kept all the same");
        request(orderId);
        gatewayDecides("SUCCESS", PAYABLE);
        reconcile(orderId);
        gatewayDecides("FAILED", PAYABLE);
        clock.pass(ofSeconds(10));

        understood(callback(KEY, orderId, "FAILED"));
        reconcile(orderId);

        standsAndIsPaidOnce();
        assertThat(shop.notes()).contains("ANSWER_CONTRADICTED");
    }
}
