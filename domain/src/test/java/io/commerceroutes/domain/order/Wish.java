package io.commerceroutes.domain.order;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.payment.CardType;
import io.commerceroutes.domain.payment.SealedCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Wishes to order, for tests: one by points, without coupon, unless said otherwise. */
final class Wish {
    static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    static final SealedCard CARD = new SealedCard(CardType.KB, "1451", "key-1", new byte[] {1});

    private Wish() {}

    static PlaceOrder of(String orderId, long userId, OrderLine... lines) {
        return new PlaceOrder(orderId, userId, List.of(lines), Optional.empty(), Money.ZERO, Optional.empty(), NOW);
    }

    static PlaceOrder withCoupon(PlaceOrder wish, long issuedCouponId) {
        return new PlaceOrder(
                wish.orderId(),
                wish.userId(),
                wish.lines(),
                Optional.of(issuedCouponId),
                wish.usePoints(),
                wish.card(),
                wish.at());
    }

    static PlaceOrder byCard(PlaceOrder wish, long usePoints) {
        return new PlaceOrder(
                wish.orderId(),
                wish.userId(),
                wish.lines(),
                wish.issuedCouponId(),
                Money.of(usePoints),
                Optional.of(CARD),
                wish.at());
    }

    static OrderLine line(long productId, int quantity) {
        return new OrderLine(productId, quantity);
    }
}
