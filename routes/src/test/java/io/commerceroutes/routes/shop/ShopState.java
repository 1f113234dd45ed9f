package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.coupon.HeldCoupon;
import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.coupon.OfferedCoupon;
import io.commerceroutes.domain.event.OutboxEvent;
import io.commerceroutes.domain.idempotency.StoredAnswer;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.payment.SealedCard;
import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductState;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.PaymentNote;
import io.commerceroutes.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the shop in memory keeps. */
record ShopState(
        Map<Long, ProductState> products,
        Map<Long, Product> catalogue,
        Map<Long, Set<Long>> likers,
        Map<Long, User> users,
        Map<Long, Money> balances,
        List<PointMovement> movements,
        Map<String, Money> shortfalls,
        Map<Long, IssuedCoupon> coupons,
        Map<String, Order> orders,
        Map<String, StoredAnswer> answers,
        List<OutboxEvent> outbox,
        Map<String, SealedCard> cards,
        Map<String, CardPayment> payments,
        Map<String, RefundClaim> refundClaims,
        List<String> notes,
        Map<String, List<PaymentNote>> contradictions,
        Map<Long, OfferedCoupon> offers,
        Map<Long, HeldCoupon> held) {
    /** How often a transaction's refund was tried, and when it is due again. */
    record RefundClaim(int tries, Instant dueAt) {}

    static ShopState empty() {
        return new ShopState(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
    }

    ShopState copy() {
        return new ShopState(
                new LinkedHashMap<>(products),
                new LinkedHashMap<>(catalogue),
                new LinkedHashMap<>(likers),
                new LinkedHashMap<>(users),
                new LinkedHashMap<>(balances),
                new ArrayList<>(movements),
                new LinkedHashMap<>(shortfalls),
                new LinkedHashMap<>(coupons),
                new LinkedHashMap<>(orders),
                new LinkedHashMap<>(answers),
                new ArrayList<>(outbox),
                new LinkedHashMap<>(cards),
                new LinkedHashMap<>(payments),
                new LinkedHashMap<>(refundClaims),
                new ArrayList<>(notes),
                new LinkedHashMap<>(contradictions),
                new LinkedHashMap<>(offers),
                new LinkedHashMap<>(held));
    }
}
