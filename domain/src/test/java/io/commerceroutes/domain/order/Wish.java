package io.commerceroutes.domain.order;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.payment.PaymentMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Wishes to order, for tests: one by points, without coupon, unless said otherwise. */
final class Wish {
    static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private Wish() {}

    static PlaceOrder of(String orderId, long userId, OrderLine... lines) {
        return new PlaceOrder(orderId, userId, List.of(lines), Optional.empty(), Money.ZERO, PaymentMethod.POINT, NOW);
    }

    static PlaceOrder withCoupon(PlaceOrder wish, long issuedCouponId) {
        return new PlaceOrder(
                wish.orderId(),
                wish.userId(),
                wish.lines(),
                Optional.of(issuedCouponId),
                wish.usePoints(),
                wish.method(),
                wish.at());
    }

    static PlaceOrder byCard(PlaceOrder wish, long usePoints) {
        return new PlaceOrder(
                wish.orderId(),
                wish.userId(),
                wish.lines(),
                wish.issuedCouponId(),
                Money.of(usePoints),
                PaymentMethod.CARD,
                wish.at());
    }

    static OrderLine line(long productId, int quantity) {
        return new OrderLine(productId, quantity);
    }
}
