package io.commerceroutes.routes.compensation;

import static io.commerceroutes.routes.compensation.CompensateOrderRoute.COMPENSATE_ORDER;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.commerceroutes.domain.order.CancelOrder;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.routes.payment.PaymentFlowTest;
import io.commerceroutes.routes.shop.Coupons;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that hold stock, a coupon and part of the points, and wait for their card. */
class CompensateOrderRouteTest extends PaymentFlowTest {
    private static final List<String> STEPS = List.of(
            "begin jdbc-transaction",
            "lock order",
            "cancel",
            "restore coupon",
            "refund points",
            "revoke points",
            "restore stock",
            "commit");

    private String orderId;

    @BeforeEach
    void placeWithCouponAndPartOfThePoints() {
        shop.coupons().put(7L, Coupons.fixed(7, Shop.CUSTOMER, 50));
        orderId = order("""
                {"items":[{"productId":11,"quantity":3}],"issuedCouponId":7,"usePoints":60,
                 "payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(CARD_NUMBER)).at("$.orderId");
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(940);
    }

    @Test
    void a_declined_payment_gives_everything_back_once() {
        Gateway.fails(400, "card");

        request(orderId);
        reconcile(orderId);
        cancel(orderId);

        everythingIsBackOnce(CancelReason.PAYMENT_DECLINED);
    }

    @Test
    void an_expired_payment_gives_everything_back_once() {
        clock.pass(ofMinutes(5));

        reconcile(orderId);
        reconcile(orderId);
        cancel(orderId);

        everythingIsBackOnce(CancelReason.PAYMENT_EXPIRED);
    }

    @Test
    void a_payment_of_another_amount_gives_everything_back_once() {
        Gateway.accepts(KEY);
        request(orderId);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);

        reconcile(orderId);
        reconcile(orderId);
        cancel(orderId);

        everythingIsBackOnce(CancelReason.PAYMENT_MISMATCH);
    }

    @Test
    void the_customers_cancel_gives_everything_back_once() {
        Gateway.accepts(KEY);
        request(orderId);

        cancel(orderId);
        cancel(orderId);
        Gateway.decides(KEY, orderId, "FAILED", 190);
        reconcile(orderId);

        everythingIsBackOnce(CancelReason.CUSTOMER);
    }

    @ParameterizedTest
    @EnumSource(CancelReason.class)
    void the_steps_follow_one_another_and_a_second_compensation_finds_nothing_to_do(CancelReason reason) {
        int before = journal().entries().size();

        assertThat(compensate(reason)).isNull();

        assertThat(stepsSince(before)).isEqualTo(STEPS);
        int first = journal().entries().size();
        assertThat(compensate(CancelReason.CUSTOMER)).isNull();
        assertThat(stepsSince(first)).containsExactly("begin jdbc-transaction", "lock order", "commit");
        assertThat(placed(orderId).cancelReason()).hasValue(reason);
        assertThat(shop.movements()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock order",
                "cancel",
                "restore coupon",
                "refund points",
                "revoke points",
                "restore stock",
                "commit"
            })
    void a_step_that_fails_takes_all_of_them_back(String step) {
        String before = shop.kept();
        int entries = journal().entries().size();
        journal().failAlways(step, TechnicalFailure.unexpected());

        assertThat(compensate(CancelReason.PAYMENT_DECLINED)).hasMessage(TechnicalFailure.INSIDE_KNOWLEDGE);

        assertThat(shop.kept()).isEqualTo(before);
        assertThat(stepsSince(entries)).isEqualTo(STEPS.subList(0, STEPS.indexOf(step) + 1));
    }

    @Test
    void an_order_that_is_not_there_is_nothing_to_do() {
        orderId = "no-such-order";

        assertThat(compensate(CancelReason.CUSTOMER)).isNull();
    }

    private Exception compensate(CancelReason reason) {
        Exchange exchange = ExchangeBuilder.anExchange(camel).build();
        exchange.setVariable(CompensateOrderRoute.COMMAND, new CancelOrder(orderId, reason, clock.instant()));
        return producer.send("direct:" + COMPENSATE_ORDER, exchange).getException();
    }

    private List<String> stepsSince(int entry) {
        List<String> all = journal().entries();
        return all.subList(entry, all.size());
    }

    private void everythingIsBackOnce(CancelReason reason) {
        isUndone(orderId, reason);
        assertThat(shop.coupons().get(7L).used()).isFalse();
        assertThat(shop.movements())
                .extracting(PointMovement::kind, PointMovement::delta)
                .containsExactly(tuple(PointMovement.Kind.REFUND, 60L));
        assertThat(journal().count("cancel")).isOne();
        assertThat(journal().count("restore stock")).isOne();
    }
}
