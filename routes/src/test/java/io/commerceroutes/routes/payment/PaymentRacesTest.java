package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static io.commerceroutes.routes.payment.RefundPaymentRoute.REFUND_PAYMENTS;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.routes.shop.Coupons;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.Shop;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Races that a gateway or an impostor can make of a payment, one test each, named in the routes' README. The order: three
 * teas of 100 won, 50 less by a coupon, 100 paid by points and 150 by card.
 */
class PaymentRacesTest extends CallbackTest {
    private static final long COUPON = 7;
    private static final long PAYABLE = 150;

    private String orderId;

    @BeforeEach
    void placeOrder() {
        shop.coupons().put(COUPON, Coupons.fixed(COUPON, Shop.CUSTOMER, 50));
        orderId = order("""
                {"items":[{"productId":11,"quantity":3}],"issuedCouponId":7,"usePoints":100,
                 "payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(CARD_NUMBER)).at("$.orderId");
        Gateway.accepts(KEY);
        Gateway.answersRefunds(KEY, ok());
        Gateway.answersRefunds(OTHER_KEY, ok());
    }

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

    private void gatewayDecides(String status, long won) {
        Gateway.decides(KEY, orderId, status, won);
    }

    private void gatewayHasTwo(String first, String second) {
        Gateway.lookUpsFind(Gateway.listed(KEY, first) + "," + Gateway.listed(OTHER_KEY, second));
        Gateway.knows(KEY, orderId, first, PAYABLE, 0);
        Gateway.knows(OTHER_KEY, orderId, second, PAYABLE, 0);
    }

    private void refund() throws Exception {
        fire(REFUND_PAYMENTS, "claim refunds");
    }

    /** What the card paid earned a point. */
    private void standsAndIsPaidOnce() {
        is(OrderStatus.PAID, PaymentStatus.APPROVED, PAYABLE);
        holds(7, 901, true);
    }

    private void isCanceled(CancelReason reason, PaymentStatus payment) {
        is(OrderStatus.CANCELED, payment, 0);
        assertThat(placed(orderId).cancelReason()).hasValue(reason);
        holds(10, 1_000, false);
    }

    /** @param kept what the gateway captured of this order and did not give back, in won */
    private void is(OrderStatus order, PaymentStatus payment, long kept) {
        assertThat(placed(orderId).status()).isEqualTo(order);
        assertThat(paymentStatus(orderId)).isEqualTo(payment);
        assertThat(shop.payment(orderId).transactions().stream()
                        .filter(transaction -> transaction.status() == CardTransaction.Status.SUCCESS)
                        .filter(transaction ->
                                Gateway.refunds(transaction.key()).isEmpty())
                        .mapToLong(transaction ->
                                transaction.amount().map(Money::won).orElseThrow())
                        .sum())
                .isEqualTo(kept);
    }

    private void holds(long stock, long points, boolean couponIsUsed) {
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(stock);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(points);
        assertThat(shop.coupons().get(COUPON).used()).isEqualTo(couponIsUsed);
    }
}
