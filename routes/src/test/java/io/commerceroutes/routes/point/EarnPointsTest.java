package io.commerceroutes.routes.point;

import static io.commerceroutes.routes.shop.Gateway.listed;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.routes.payment.PaymentFlowTest;
import io.commerceroutes.routes.shop.Coupons;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.Shop;
import io.commerceroutes.routes.shop.TechnicalFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundredth of what a card paid comes back as points. */
class EarnPointsTest extends PaymentFlowTest {
    @Test
    void an_approval_earns_a_share_in_the_transaction_that_pays_the_order() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        int before = journal().entries().size();

        reconcile(orderId);

        assertThat(journal().entries().subList(before, journal().entries().size()))
                .containsSubsequence(
                        "begin jdbc-transaction", "lock payment", "write payment", "earn points", "commit");
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_003);
        assertThat(shop.movements())
                .containsExactly(new PointMovement(PointMovement.Kind.EARN, 3, Optional.of(orderId), clock.instant()));
    }

    @Test
    void the_share_is_of_what_the_card_paid_rounded_down() {
        shop.coupons().put(7L, Coupons.fixed(7, Shop.CUSTOMER, 50));
        String orderId = order("""
                {"items":[{"productId":11,"quantity":3}],"issuedCouponId":7,"usePoints":60,
                 "payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(CARD_NUMBER)).at("$.orderId");

        approve(orderId, 190);

        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(941);
    }

    @Test
    void less_than_a_won_is_no_movement() {
        String orderId = order("""
                {"items":[{"productId":11,"quantity":1}],"usePoints":1,
                 "payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(CARD_NUMBER)).at("$.orderId");

        approve(orderId, 99);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.APPROVED);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(999);
        assertThat(shop.movements()).isEmpty();
    }

    @Test
    void the_history_names_the_order_that_earned_and_the_one_that_lost_it() {
        String orderId = placePaidOrder();
        cancel(orderId);

        var history = api.get("/api/v1/points/history");

        assertThat(history.<List<String>>at("$.items[?(@.orderId == '" + orderId + "')].kind"))
                .containsExactly("REVOKE", "REFUND", "EARN");
        assertThat(history.<List<Integer>>at("$.items[*].delta")).containsExactly(-3, 0, 3);
    }

    @Test
    void an_order_earns_once_however_often_its_approval_is_heard_of() {
        String orderId = placeCardOrder();
        Gateway.fails(500, "kept all the same");
        request(orderId);
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        reconcile(orderId);
        Gateway.lookUpsFind(listed(KEY, "SUCCESS") + "," + listed(OTHER_KEY, "SUCCESS"));
        Gateway.knows(OTHER_KEY, orderId, "SUCCESS", 300, 0);
        clock.pass(ofSeconds(10));

        reconcile(orderId);
        reconcile(orderId);

        assertThat(shop.payment(orderId).transactions()).hasSize(2);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_003);
        assertThat(journal().count("earn points")).isOne();
    }

    @Test
    void an_order_that_points_pay_for_earns_nothing() {
        order("{\"items\":[{\"productId\":11,\"quantity\":3}],\"payment\":{\"method\":\"POINT\"}}");

        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(700);
        assertThat(journal().count("earn points")).isZero();
    }

    @Test
    void a_late_approval_of_a_canceled_order_earns_nothing() {
        String orderId = placeRequestedOrder();
        cancel(orderId);

        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        reconcile(orderId);

        assertThat(paymentStatus(orderId)).isEqualTo(PaymentStatus.REFUNDING);
        earnedNothing();
    }

    @ParameterizedTest
    @ValueSource(longs = {299, 301, 30_000})
    void an_approval_of_another_amount_earns_nothing(long amount) {
        String orderId = placeCardOrder();

        approve(orderId, amount);

        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.CANCELED);
        earnedNothing();
    }

    @Test
    void a_decline_earns_nothing() {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "FAILED", 300);

        reconcile(orderId);

        earnedNothing();
    }

    private void earnedNothing() {
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_000);
        assertThat(journal().count("earn points")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"write payment", "earn points", "commit"})
    void a_step_that_fails_takes_back_payment_and_points_and_the_next_run_makes_both(String step) {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        String before = shop.kept();
        journal().failAlways(step, TechnicalFailure.unexpected());

        reconcile(orderId);

        assertThat(shop.kept()).isEqualTo(before);
        journal().failNoMore();
        reconcile(orderId);
        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.PAID);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_003);
    }

    @ParameterizedTest
    @ValueSource(strings = {"earn points", "commit"})
    void a_lost_race_earns_once_all_the_same(String step) {
        String orderId = placeRequestedOrder();
        Gateway.decides(KEY, orderId, "SUCCESS", 300);
        journal().failNext(step, TechnicalFailure.conflict());

        reconcile(orderId);

        assertThat(journal().count("earn points")).isEqualTo(2);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_003);
        assertThat(shop.movements()).hasSize(1);
    }

    private void approve(String orderId, long amount) {
        Gateway.accepts(KEY);
        request(orderId);
        Gateway.decides(KEY, orderId, "SUCCESS", amount);
        reconcile(orderId);
    }
}
