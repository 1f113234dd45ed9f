package io.commerceroutes.routes.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static io.commerceroutes.routes.payment.RefundPaymentRoute.REFUND_PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.routes.shop.Coupons;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.Shop;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests of races share, which are named in the routes' README: an order of three teas of 100 won, 50 less by a
 * coupon, 100 paid by points and 150 by card, and where all of that is in the end.
 */
abstract class RaceTest extends CallbackTest {
    protected static final long PAYABLE = 150;

    private static final long COUPON = 7;

    protected String orderId;

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

    protected void gatewayDecides(String status, long won) {
        Gateway.decides(KEY, orderId, status, won);
    }

    protected void gatewayHasTwo(String first, String second) {
        Gateway.lookUpsFind(Gateway.listed(KEY, first) + "," + Gateway.listed(OTHER_KEY, second));
        Gateway.knows(KEY, orderId, first, PAYABLE, 0);
        Gateway.knows(OTHER_KEY, orderId, second, PAYABLE, 0);
    }

    protected void refund() throws Exception {
        fire(REFUND_PAYMENTS, "claim refunds");
    }

    /** What the card paid earned a point. */
    protected void standsAndIsPaidOnce() {
        is(OrderStatus.PAID, PaymentStatus.APPROVED, PAYABLE);
        holds(7, 901, true);
    }

    protected void isCanceled(CancelReason reason, PaymentStatus payment) {
        is(OrderStatus.CANCELED, payment, 0);
        assertThat(placed(orderId).cancelReason()).hasValue(reason);
        holds(10, 1_000, false);
    }

    /** @param kept what the gateway captured of this order and did not give back, in won */
    protected void is(OrderStatus order, PaymentStatus payment, long kept) {
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

    protected void holds(long stock, long points, boolean couponIsUsed) {
        assertThat(shop.stockOf(Shop.TEA)).isEqualTo(stock);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(points);
        assertThat(shop.coupons().get(COUPON).used()).isEqualTo(couponIsUsed);
    }
}
