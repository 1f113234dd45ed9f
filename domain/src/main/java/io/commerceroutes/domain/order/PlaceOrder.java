package io.commerceroutes.domain.order;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.SealedCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A customer's wish to order. Lines of one product are merged, in the order in which products were first named. */
public record PlaceOrder(
        String orderId,
        long userId,
        List<OrderLine> lines,
        Optional<Long> issuedCouponId,
        Money usePoints,
        Optional<SealedCard> card,
        Instant at) {

    /** @throws IllegalArgumentException if there is no line; ArithmeticException if merged quantities overflow */
    public PlaceOrder {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An order has at least one line");
        }
        lines = merged(lines);
    }

    /** With a card, what points and coupon leave over is paid by it; without, all of it is paid with points. */
    public PaymentMethod method() {
        return card.isPresent() ? PaymentMethod.CARD : PaymentMethod.POINT;
    }

    private static List<OrderLine> merged(List<OrderLine> lines) {
        Map<Long, Integer> quantities = LinkedHashMap.newLinkedHashMap(lines.size());
        lines.forEach(line -> quantities.merge(line.productId(), line.quantity(), Math::addExact));
        List<OrderLine> merged = new ArrayList<>(quantities.size());
        quantities.forEach((productId, quantity) -> merged.add(new OrderLine(productId, quantity)));
        return List.copyOf(merged);
    }
}
