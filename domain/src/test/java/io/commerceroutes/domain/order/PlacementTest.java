package io.commerceroutes.domain.order;

import static io.commerceroutes.domain.order.Wish.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.PlacementOutcome.Placed;
import io.commerceroutes.domain.order.PlacementOutcome.Refused;
import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Shop SHOP = Shop.EMPTY
            .withProduct(1, 1_000, 10)
            .withProduct(2, 2_500, 3)
            .withCustomer(1, 10_000)
            .withCustomer(2, 10_000)
            .withCoupon(7, 1, new Discount.Percent(10, Optional.empty()))
            .withCoupon(8, 1, new Discount.Fixed(Money.of(100_000)));

    @Test
    void an_order_by_points_is_paid_at_once() {
        PlacementOutcome outcome = SHOP.decide(Wish.of("order-1", 1, line(2, 1), line(1, 3)));

        assertThat(outcome)
                .isEqualTo(new Placed(
                        new Order(
                                "order-1",
                                1,
                                OrderStatus.PAID,
                                Optional.empty(),
                                List.of(
                                        new OrderItem(2, "Product 2", 1, Money.of(2_500)),
                                        new OrderItem(1, "Product 1", 3, Money.of(1_000))),
                                new Amounts(Money.of(5_500), Money.ZERO, Money.of(5_500), Money.ZERO),
                                Optional.empty(),
                                new Payment(PaymentMethod.POINT, PaymentStatus.APPROVED, null, null),
                                Wish.NOW,
                                Optional.of(Wish.NOW)),
                        Optional.empty()));
    }

    @Test
    void an_order_by_card_waits_for_its_payment_and_holds_what_it_takes() {
        Order order = placed(SHOP.decide(Wish.byCard(Wish.of("order-1", 1, line(1, 4)), 1_500)));

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(order.payment()).isEqualTo(new Payment(PaymentMethod.CARD, PaymentStatus.PENDING, "KB", "1451"));
        assertThat(order.amounts())
                .isEqualTo(new Amounts(Money.of(4_000), Money.ZERO, Money.of(1_500), Money.of(2_500)));
        assertThat(order.paidAt()).isEmpty();
    }

    @Test
    void an_order_by_card_with_nothing_left_to_pay_is_paid_at_once() {
        Order order = placed(SHOP.decide(Wish.byCard(Wish.of("order-1", 1, line(1, 4)), 4_000)));

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.payment().status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(order.paidAt()).hasValue(Wish.NOW);
    }

    @Test
    void a_coupon_takes_its_discount_off_before_points_pay() {
        Order order = placed(SHOP.decide(Wish.withCoupon(Wish.of("order-1", 1, line(2, 2)), 7)));

        assertThat(order.amounts()).isEqualTo(new Amounts(Money.of(5_000), Money.of(500), Money.of(4_500), Money.ZERO));
        assertThat(order.issuedCouponId()).hasValue(7L);
    }

    @Test
    void a_coupon_worth_more_than_the_order_makes_it_free() {
        Order order = placed(SHOP.decide(Wish.withCoupon(Wish.of("order-1", 1, line(1, 1)), 8)));

        assertThat(order.amounts()).isEqualTo(new Amounts(Money.of(1_000), Money.of(1_000), Money.ZERO, Money.ZERO));
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void all_the_points_and_all_the_stock_can_be_used() {
        Shop exact = Shop.EMPTY.withProduct(1, 500, 4).withCustomer(1, 2_000);

        assertThat(exact.after(placed(exact.decide(Wish.of("order-1", 1, line(1, 4))))))
                .isEqualTo(Shop.EMPTY.withProduct(1, 500, 0).withCustomer(1, 0));
    }

    @Test
    void the_second_of_two_orders_sees_what_the_first_one_left() {
        List<PlacementOutcome> outcomes =
                SHOP.decide(List.of(Wish.of("order-1", 1, line(2, 2)), Wish.of("order-2", 2, line(2, 2))));

        assertThat(outcomes).element(1).isEqualTo(new Refused("order-2", new Refusal.OutOfStock(2, 2, 1)));
        assertThat(outcomes).first().isInstanceOf(Placed.class);
    }

    @Test
    void sixty_four_wishes_for_one_hot_product_get_as_many_as_there_are() {
        Shop hot = Shop.EMPTY.withProduct(1, 10, 40).withCustomer(1, 1_000_000);
        List<PlaceOrder> wishes = IntStream.range(0, 64)
                .mapToObj(n -> Wish.of("order-" + n, 1, line(1, 1)))
                .toList();

        List<PlacementOutcome> outcomes = hot.decide(wishes);

        assertThat(outcomes).hasSize(64);
        assertThat(outcomes.subList(0, 40)).allMatch(Placed.class::isInstance);
        assertThat(outcomes.subList(40, 64))
                .extracting(outcome -> ((Refused) outcome).refusal())
                .containsOnly(new Refusal.OutOfStock(1, 1, 0));
    }

    @Test
    void only_the_orders_that_stand_are_to_be_written() {
        PlaceOrder tooMuch = Wish.of("order-1", 1, line(1, 11));
        PlaceOrder possible = Wish.of("order-2", 1, line(1, 1));

        PlacementDecision decision = Placement.decide(
                new LockedState(List.of(tooMuch, possible), SHOP.products(), SHOP.balances(), SHOP.coupons()));

        assertThat(decision.orders()).extracting(Order::orderId).containsExactly("order-2");
    }

    private static Order placed(PlacementOutcome outcome) {
        assertThat(outcome).isInstanceOf(Placed.class);
        return ((Placed) outcome).order();
    }
}
