package io.commerceroutes.domain.order;

import static io.commerceroutes.domain.order.Wish.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.PlacementOutcome.Placed;
import io.commerceroutes.domain.order.PlacementOutcome.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementRefusalTest {
    private static final Discount HUNDRED_OFF = new Discount.Fixed(Money.of(100));
    private static final Shop SHOP = Shop.EMPTY
            .withProduct(1, 1_000, 10)
            .withProduct(2, Long.MAX_VALUE, 10)
            .withCustomer(1, 5_000)
            .withCustomer(2, 0)
            .withCoupon(7, 1, HUNDRED_OFF);

    @Test
    void a_customer_who_does_not_exist_orders_nothing() {
        assertRefused(Wish.of("order-1", 99, line(1, 1)), new Refusal.UnknownCustomer(99));
    }

    @Test
    void a_product_that_does_not_exist_is_not_sold() {
        assertRefused(Wish.of("order-1", 1, line(1, 1), line(99, 1)), new Refusal.UnknownProduct(99));
    }

    @Test
    void more_than_there_is_cannot_be_sold() {
        assertRefused(Wish.of("order-1", 1, line(1, 11)), new Refusal.OutOfStock(1, 11, 10));
    }

    @Test
    void lines_of_one_product_count_together_against_its_stock() {
        assertRefused(Wish.of("order-1", 1, line(1, 6), line(1, 5)), new Refusal.OutOfStock(1, 11, 10));
    }

    @Test
    void one_won_too_few_is_not_enough() {
        Shop poor = SHOP.withCustomer(1, 2_999);

        assertThat(poor.decide(Wish.of("order-1", 1, line(1, 3))))
                .isEqualTo(new Refused("order-1", new Refusal.InsufficientPoints(3_000, 2_999)));
    }

    @Test
    void a_card_order_cannot_use_points_that_are_not_there() {
        assertRefused(Wish.byCard(Wish.of("order-1", 2, line(1, 1)), 1), new Refusal.InsufficientPoints(1, 0));
    }

    @Test
    void no_more_points_are_used_than_there_is_to_pay() {
        PlaceOrder discounted = Wish.withCoupon(Wish.of("order-1", 1, line(1, 1)), 7);

        assertRefused(Wish.byCard(discounted, 901), new Refusal.TooManyPoints(901, 900));
        assertThat(SHOP.decide(Wish.byCard(discounted, 900))).isInstanceOf(Placed.class);
    }

    @Test
    void a_coupon_that_does_not_exist_or_is_anothers_is_unknown() {
        assertRefused(Wish.withCoupon(Wish.of("order-1", 1, line(1, 1)), 99), new Refusal.UnknownCoupon(99));
        assertRefused(Wish.withCoupon(Wish.of("order-1", 2, line(1, 1)), 7), new Refusal.UnknownCoupon(7));
    }

    @Test
    void a_coupon_is_used_by_one_order_of_a_list() {
        PlaceOrder first = Wish.withCoupon(Wish.of("order-1", 1, line(1, 1)), 7);
        PlaceOrder second = Wish.withCoupon(Wish.of("order-2", 1, line(1, 1)), 7);

        assertThat(SHOP.decide(List.of(first, second)))
                .element(1)
                .isEqualTo(new Refused("order-2", new Refusal.CouponNotUsable(7, "The coupon has been used already.")));
    }

    @Test
    void a_coupon_that_is_over_is_not_usable() {
        Shop over = SHOP.withCoupon(
                new IssuedCoupon(7, 1, false, HUNDRED_OFF, Money.ZERO, Wish.NOW.minusSeconds(60), Wish.NOW));

        assertThat(over.decide(Wish.withCoupon(Wish.of("order-1", 1, line(1, 1)), 7)))
                .isEqualTo(new Refused(
                        "order-1", new Refusal.CouponNotUsable(7, "The coupon is not valid at this time.")));
    }

    @Test
    void sums_beyond_what_money_can_be_are_refused() {
        assertRefused(Wish.of("order-1", 1, line(2, 2)), new Refusal.TooLarge());
        assertRefused(Wish.of("order-1", 1, line(2, 1), line(1, 1)), new Refusal.TooLarge());
    }

    @Test
    void what_is_refused_leaves_everything_to_the_next_order() {
        PlaceOrder refused = Wish.byCard(Wish.withCoupon(Wish.of("order-1", 1, line(1, 10)), 7), 5_001);
        PlaceOrder next = Wish.byCard(Wish.withCoupon(Wish.of("order-2", 1, line(1, 10)), 7), 5_000);

        List<PlacementOutcome> outcomes = SHOP.decide(List.of(refused, next));

        assertThat(outcomes).first().isInstanceOf(Refused.class);
        assertThat(outcomes).element(1).isEqualTo(SHOP.decide(next)).isInstanceOf(Placed.class);
    }

    private static void assertRefused(PlaceOrder wish, Refusal refusal) {
        assertThat(SHOP.decide(wish)).isEqualTo(new Refused(wish.orderId(), refusal));
    }
}
