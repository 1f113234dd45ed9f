package io.commerceroutes.domain.order;

import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.ProductState;
import io.commerceroutes.domain.product.Stock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shop's products, balances and coupons, for tests. Unchangeable: what an order takes leaves another shop. */
record Shop(Map<Long, ProductState> products, Map<Long, Money> balances, Map<Long, IssuedCoupon> coupons) {
    static final Shop EMPTY = new Shop(Map.of(), Map.of(), Map.of());

    Shop {
        products = Map.copyOf(products);
        balances = Map.copyOf(balances);
        coupons = Map.copyOf(coupons);
    }

    Shop withProduct(long productId, long price, long units) {
        ProductState product = new ProductState(productId, "Product " + productId, Money.of(price), new Stock(units));
        return new Shop(with(products, productId, product), balances, coupons);
    }

    Shop withCustomer(long userId, long balance) {
        return new Shop(products, with(balances, userId, Money.of(balance)), coupons);
    }

    Shop withCoupon(long issuedCouponId, long userId, Discount discount) {
        return withCoupon(new IssuedCoupon(
                issuedCouponId,
                userId,
                false,
                discount,
                Money.ZERO,
                Wish.NOW.minus(Duration.ofDays(1)),
                Wish.NOW.plus(Duration.ofDays(1))));
    }

    Shop withCoupon(IssuedCoupon coupon) {
        return new Shop(products, balances, with(coupons, coupon.issuedCouponId(), coupon));
    }

    List<PlacementOutcome> decide(List<PlaceOrder> wishes) {
        return Placement.decide(new LockedState(wishes, products, balances, coupons))
                .outcomes();
    }

    PlacementOutcome decide(PlaceOrder wish) {
        return decide(List.of(wish)).getFirst();
    }

    /** What is left when the order has taken what it holds. */
    Shop after(Order order) {
        Shop left = this;
        for (OrderItem item : order.items()) {
            ProductState before = left.products.get(item.productId());
            left = left.withProduct(
                    item.productId(), before.price().won(), before.stock().units() - item.quantity());
        }
        left = left.withCustomer(
                order.userId(),
                balances.get(order.userId()).won()
                        - order.amounts().pointsUsed().won());
        return order.issuedCouponId().isPresent()
                ? left.withCoupon(coupons.get(order.issuedCouponId().get()).use())
                : left;
    }

    private static <V> Map<Long, V> with(Map<Long, V> map, long id, V value) {
        Map<Long, V> changed = new HashMap<>(map);
        changed.put(id, value);
        return changed;
    }
}
