package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.order.LockedState;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.PlaceOrder;
import io.commerceroutes.domain.order.PlacementDecision;
import io.commerceroutes.domain.order.PlacementStore;
import java.util.List;
import java.util.Map;

class PlacementsInMemory implements PlacementStore {
    private final Shop shop;

    PlacementsInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public LockedState lock(List<PlaceOrder> commands) {
        shop.journal().enter("lock");
        ShopState state = shop.state();
        return new LockedState(
                commands, Map.copyOf(state.products()), Map.copyOf(state.balances()), Map.copyOf(state.coupons()));
    }

    @Override
    public PlacementDecision write(PlacementDecision decision) {
        decision.orders().forEach(this::write);
        shop.state().cards().putAll(decision.cardsByOrder());
        shop.journal().enter("write");
        return decision;
    }

    private void write(Order order) {
        ShopState state = shop.state();
        state.orders().put(order.orderId(), order);
        state.balances()
                .computeIfPresent(
                        order.userId(),
                        (id, balance) -> balance.minus(order.amounts().pointsUsed()));
        order.items()
                .forEach(item -> state.products()
                        .computeIfPresent(item.productId(), (id, product) -> product.take(item.quantity())));
        order.issuedCouponId().ifPresent(id -> state.coupons().computeIfPresent(id, (key, coupon) -> coupon.use()));
    }
}
