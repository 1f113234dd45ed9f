package io.commerceroutes.routes.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.domain.point.PointMovement.Kind;
import io.commerceroutes.routes.payment.PaymentFlowTest;
import io.commerceroutes.routes.shop.Gateway;
import io.commerceroutes.routes.shop.Shop;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that used 60 points and earned 2 is canceled after its customer spent some of the 942 that were left. */
class RevokePointsTest extends PaymentFlowTest {
    private String orderId;

    @BeforeEach
    void placeAndPay() {
        orderId = byCard(3, 60);
        Gateway.accepts(KEY);
        request(orderId);
        Gateway.decides(KEY, orderId, "SUCCESS", 240);
        reconcile(orderId);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(942);
    }

    @Test
    void what_was_earned_is_revoked_once() {
        cancel(orderId);
        cancel(orderId);
        reconcile(orderId);

        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(1_000);
        movedByTheOrder(tuple(Kind.REVOKE, -2L), tuple(Kind.REFUND, 60L), tuple(Kind.EARN, 2L));
        assertThat(shop.shortfalls()).isEmpty();
        assertThat(journal().count("revoke points")).isOne();
    }

    @Test
    void points_that_the_order_gives_back_come_before_those_it_takes() {
        spend(942);

        cancel(orderId);

        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(58);
        assertThat(shop.shortfalls()).isEmpty();
    }

    @Test
    void what_is_not_there_any_more_is_a_shortfall_and_no_balance_is_below_zero() {
        spend(942);
        earnedAccordingToTheLedger(100);

        cancel(orderId);

        assertThat(placed(orderId).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isZero();
        movedByTheOrder(tuple(Kind.REVOKE, -60L), tuple(Kind.REFUND, 60L), tuple(Kind.EARN, 100L));
        assertThat(shop.shortfalls()).containsOnly(entry(orderId, Money.of(40)));
    }

    @Test
    void what_was_earned_is_read_from_the_ledger_whatever_the_share_is_now() {
        earnedAccordingToTheLedger(7);

        cancel(orderId);

        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(942 + 60 - 7);
    }

    @Test
    void an_order_that_earned_nothing_loses_nothing() {
        shop.movements().clear();

        cancel(orderId);

        assertThat(shop.pointsOf(Shop.CUSTOMER)).isEqualTo(942 + 60);
        movedByTheOrder(tuple(Kind.REFUND, 60L));
        assertThat(shop.shortfalls()).isEmpty();
    }

    private void earnedAccordingToTheLedger(long points) {
        shop.movements().clear();
        shop.movements().add(earned(points));
    }

    private PointMovement earned(long points) {
        return new PointMovement(Kind.EARN, points, Optional.of(orderId), clock.instant());
    }

    private void spend(long points) {
        byCard(7, 700);
        order("""
                {"items":[{"productId":12,"quantity":1}],"usePoints":%d,
                 "payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(points - 700, CARD_NUMBER));
        assertThat(shop.pointsOf(Shop.CUSTOMER)).isZero();
    }

    private String byCard(int teas, long points) {
        return order("""
                {"items":[{"productId":11,"quantity":%d}],"usePoints":%d,
                 "payment":{"method":"CARD","cardType":"KB","cardNo":"%s"}}""".formatted(teas, points, CARD_NUMBER)).at("$.orderId");
    }

    private void movedByTheOrder(Tuple... movements) {
        assertThat(shop.movements())
                .filteredOn(movement -> movement.orderId().equals(Optional.of(orderId)))
                .extracting(PointMovement::kind, PointMovement::delta)
                .containsExactly(movements);
    }
}
