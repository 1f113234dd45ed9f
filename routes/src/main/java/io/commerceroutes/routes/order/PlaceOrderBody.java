package io.commerceroutes.routes.order;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.OrderLine;
import io.commerceroutes.domain.order.PlaceOrder;
import io.commerceroutes.domain.payment.PaymentMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What POST /orders takes. */
public record PlaceOrderBody(
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> items,
        @Positive Long issuedCouponId,
        @PositiveOrZero Long usePoints,
        @NotNull @Valid PaymentChoice payment) {

    /** A product and how many of it. */
    public record Line(
            @NotNull @Positive Long productId,
            @NotNull @Min(1) @Max(10_000) Integer quantity) {}

    /** How to pay. */
    public record PaymentChoice(@NotNull PaymentMethod method, String cardType, String cardNo) {
        /** Says nothing of the card. */
        @Override
        public String toString() {
            return "PaymentChoice[method=" + method + "]";
        }
    }

    PlaceOrder command(String orderId, long userId, Instant at) {
        return new PlaceOrder(
                orderId,
                userId,
                items.stream()
                        .map(line -> new OrderLine(line.productId(), line.quantity()))
                        .toList(),
                Optional.ofNullable(issuedCouponId),
                Money.of(usePoints == null ? 0 : usePoints),
                payment.method(),
                at);
    }
}
