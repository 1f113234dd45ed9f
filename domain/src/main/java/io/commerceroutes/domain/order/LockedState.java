package io.commerceroutes.domain.order;

import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.ProductState;
import java.util.List;
import java.util.Map;

/** The wishes to order with all that deciding on them depends on, read under locks that last until the decision is written. */
public record LockedState(
        List<PlaceOrder> commands,
        Map<Long, ProductState> productsById,
        Map<Long, Money> balancesByUser,
        Map<Long, IssuedCoupon> couponsById) {}
