package io.commerceroutes.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.PlacementOutcome.Placed;
import io.commerceroutes.domain.order.PlacementOutcome.Refused;
import io.commerceroutes.domain.order.Scenes.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class PlacementPropertiesTest {
    private static final int TRIES = 200;

    @Provide
    Arbitrary<Scene> scenes() {
        return Scenes.any();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void a_list_has_the_outcomes_of_placing_one_by_one(@ForAll("scenes") Scene scene) {
        Shop shop = scene.shop();
        List<PlacementOutcome> oneByOne = new ArrayList<>();
        for (PlaceOrder wish : scene.wishes()) {
            PlacementOutcome outcome = shop.decide(wish);
            oneByOne.add(outcome);
            shop = outcome instanceof Placed placed ? shop.after(placed.order()) : shop;
        }

        assertThat(scene.shop().decide(scene.wishes())).isEqualTo(oneByOne);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void what_is_taken_was_there(@ForAll("scenes") Scene scene) {
        List<Order> placed = placed(scene);

        scene.shop().products().forEach((productId, product) -> {
            long sold = placed.stream()
                    .flatMap(order -> order.items().stream())
                    .filter(item -> item.productId() == productId)
                    .mapToLong(OrderItem::quantity)
                    .sum();
            assertThat(sold).isLessThanOrEqualTo(product.stock().units());
        });
        scene.shop().balances().forEach((userId, balance) -> {
            Money used = placed.stream()
                    .filter(order -> order.userId() == userId)
                    .map(order -> order.amounts().pointsUsed())
                    .reduce(Money.ZERO, Money::plus);
            assertThat(used).isLessThanOrEqualTo(balance);
        });
        assertThat(placed.stream().flatMap(order -> order.issuedCouponId().stream()))
                .doesNotHaveDuplicates()
                .allMatch(id -> !scene.shop().coupons().get(id).used());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void an_order_holds_exactly_what_was_wished_at_the_shops_prices(@ForAll("scenes") Scene scene) {
        forEachPlaced(scene, (wish, order) -> {
            assertThat(order.userId()).isEqualTo(wish.userId());
            assertThat(order.issuedCouponId()).isEqualTo(wish.issuedCouponId());
            assertThat(order.items())
                    .extracting(item -> new OrderLine(item.productId(), item.quantity()))
                    .containsExactlyElementsOf(wish.lines());
            assertThat(order.items())
                    .allSatisfy(item -> assertThat(item.price())
                            .isEqualTo(scene.shop()
                                    .products()
                                    .get(item.productId())
                                    .price()));
        });
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void an_order_is_paid_exactly_when_nothing_is_left_to_pay(@ForAll("scenes") Scene scene) {
        forEachPlaced(scene, (wish, order) -> {
            Amounts amounts = order.amounts();
            Money total = order.items().stream().map(OrderItem::amount).reduce(Money.ZERO, Money::plus);
            Money discount = wish.issuedCouponId()
                    .map(scene.shop().coupons()::get)
                    .map(IssuedCoupon::discount)
                    .map(terms -> terms.on(total))
                    .orElse(Money.ZERO);
            assertThat(amounts.total()).isEqualTo(total);
            assertThat(amounts.discount()).isEqualTo(discount);
            assertThat(order.status() == OrderStatus.PAID)
                    .isEqualTo(amounts.payable().isZero());
            assertThat(order.paidAt().isPresent()).isEqualTo(amounts.payable().isZero());
        });
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void every_wish_has_its_outcome_in_its_place(@ForAll("scenes") Scene scene) {
        List<PlacementOutcome> outcomes = scene.shop().decide(scene.wishes());

        assertThat(outcomes)
                .extracting(PlacementPropertiesTest::orderId)
                .containsExactlyElementsOf(
                        scene.wishes().stream().map(PlaceOrder::orderId).toList());
        outcomes.forEach(outcome -> Statistics.collect(kind(outcome)));
        Statistics.coverage(coverage -> coverage.check("Placed").percentage(share -> share > 5 && share < 95));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void what_is_refused_takes_nothing(@ForAll("scenes") Scene scene) {
        List<PlacementOutcome> outcomes = scene.shop().decide(scene.wishes());
        List<PlaceOrder> standing = IntStream.range(0, outcomes.size())
                .filter(i -> outcomes.get(i) instanceof Placed)
                .mapToObj(scene.wishes()::get)
                .toList();

        assertThat(scene.shop().decide(standing))
                .isEqualTo(outcomes.stream().filter(Placed.class::isInstance).toList());
    }

    private static List<Order> placed(Scene scene) {
        return new PlacementDecision(scene.shop().decide(scene.wishes())).orders();
    }

    private static void forEachPlaced(Scene scene, BiConsumer<PlaceOrder, Order> check) {
        List<PlacementOutcome> outcomes = scene.shop().decide(scene.wishes());
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Placed placed) {
                check.accept(scene.wishes().get(i), placed.order());
            }
        }
    }

    private static String orderId(PlacementOutcome outcome) {
        return switch (outcome) {
            case Placed placed -> placed.order().orderId();
            case Refused refused -> refused.orderId();
        };
    }

    private static String kind(PlacementOutcome outcome) {
        return outcome instanceof Refused refused ? refused.refusal().getClass().getSimpleName() : "Placed";
    }
}
