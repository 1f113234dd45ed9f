package io.commerceroutes.domain.order;

import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Small shops that run short of everything, and lists of 1, 2 and 64 wishes that compete for what is there. */
final class Scenes {
    private static final int PRODUCTS = 5;
    private static final int CUSTOMERS = 4;
    private static final int COUPONS = 8;

    private Scenes() {}

    /** A shop and those who come to it, in this order. */
    record Scene(Shop shop, List<PlaceOrder> wishes) {}

    static Arbitrary<Scene> any() {
        return Combinators.combine(shops(), Arbitraries.of(1, 2, 64).flatMap(Scenes::wishes))
                .as(Scene::new);
    }

    private static Arbitrary<Shop> shops() {
        return Combinators.combine(
                        products().list().ofSize(PRODUCTS),
                        Arbitraries.longs().between(0, 60_000).list().ofSize(CUSTOMERS),
                        coupons().list().ofSize(COUPONS))
                .as(Scenes::shop);
    }

    private record PriceAndUnits(long price, long units) {}

    private static Arbitrary<PriceAndUnits> products() {
        Arbitrary<Long> prices = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.longs().between(0, 5_000)), Tuple.of(1, Arbitraries.just(Long.MAX_VALUE)));
        return Combinators.combine(prices, Arbitraries.longs().between(0, 60)).as(PriceAndUnits::new);
    }

    private static Arbitrary<IssuedCoupon> coupons() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, CUSTOMERS),
                        Arbitraries.of(true, false, false, false),
                        discounts(),
                        Arbitraries.longs().between(0, 8_000),
                        Arbitraries.integers().between(0, 2))
                .as((userId, used, discount, minimum, daysLeft) -> new IssuedCoupon(
                        0,
                        userId,
                        used,
                        discount,
                        Money.of(minimum),
                        Wish.NOW.minusSeconds(60),
                        Wish.NOW.plusSeconds(86_400L * daysLeft)));
    }

    private static Arbitrary<Discount> discounts() {
        Arbitrary<Money> amounts = Arbitraries.longs().between(0, 6_000).map(Money::of);
        Arbitrary<Discount> fixed = amounts.map(Discount.Fixed::new);
        Arbitrary<Discount> percent = Combinators.combine(Arbitraries.integers().between(1, 100), amounts.optional())
                .as(Discount.Percent::new);
        return Arbitraries.oneOf(fixed, percent);
    }

    private static Shop shop(List<PriceAndUnits> products, List<Long> balances, List<IssuedCoupon> coupons) {
        Shop shop = Shop.EMPTY;
        for (int i = 0; i < products.size(); i++) {
            shop = shop.withProduct(
                    i + 1, products.get(i).price(), products.get(i).units());
        }
        for (int i = 0; i < balances.size(); i++) {
            shop = shop.withCustomer(i + 1, balances.get(i));
        }
        for (int i = 0; i < coupons.size(); i++) {
            IssuedCoupon terms = coupons.get(i);
            shop = shop.withCoupon(new IssuedCoupon(
                    i + 1,
                    terms.userId(),
                    terms.used(),
                    terms.discount(),
                    terms.minOrderAmount(),
                    terms.validFrom(),
                    terms.validTo()));
        }
        return shop;
    }

    private static Arbitrary<List<PlaceOrder>> wishes(int count) {
        return wishes().list().ofSize(count).map(Scenes::numbered);
    }

    /** Now and then for a customer, a product or a coupon that does not exist. */
    private static Arbitrary<PlaceOrder> wishes() {
        Arbitrary<OrderLine> lines = Combinators.combine(
                        Arbitraries.longs().between(1, PRODUCTS + 1),
                        Arbitraries.integers().between(1, 4))
                .as(OrderLine::new);
        return Combinators.combine(
                        Arbitraries.longs().between(1, CUSTOMERS + 1),
                        lines.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.longs().between(1, COUPONS + 1).optional(0.3),
                        Arbitraries.longs().between(0, 3_000),
                        Arbitraries.just(Wish.CARD).optional())
                .as((userId, wanted, coupon, points, card) ->
                        new PlaceOrder("", userId, wanted, coupon, Money.of(points), card, Wish.NOW));
    }

    private static List<PlaceOrder> numbered(List<PlaceOrder> wishes) {
        List<PlaceOrder> numbered = new ArrayList<>(wishes.size());
        for (PlaceOrder wish : wishes) {
            numbered.add(new PlaceOrder(
                    "order-" + numbered.size(),
                    wish.userId(),
                    wish.lines(),
                    wish.issuedCouponId(),
                    wish.usePoints(),
                    wish.card(),
                    wish.at()));
        }
        return List.copyOf(numbered);
    }
}
