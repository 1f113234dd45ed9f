package io.commerceroutes.routes.order;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.OrderLine;
import io.commerceroutes.domain.order.PlaceOrder;
import io.commerceroutes.domain.payment.CardNumber;
import io.commerceroutes.domain.payment.CardType;
import io.commerceroutes.domain.payment.CardVault;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.SealedCard;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
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

    /** How to pay; the card with the method CARD only. */
    public record PaymentChoice(@NotNull PaymentMethod method, CardType cardType, String cardNo) {
        /** The card to pay with, sealed; empty where points pay for all. */
        Optional<SealedCard> seal(String orderId, CardVault vault) {
            List<FieldError> errors = method == PaymentMethod.CARD ? cardErrors() : strayErrors();
            if (!errors.isEmpty()) {
                throw ApiProblem.invalid(errors);
            }
            return method == PaymentMethod.CARD
                    ? Optional.of(vault.seal(orderId, cardType, new CardNumber(cardNo)))
                    : Optional.empty();
        }

        /** Not by annotations: what violates one is quoted by its exception. */
        private List<FieldError> cardErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (cardNo == null || !cardNo.matches(CardNumber.FORM)) {
                errors.add(new FieldError("payment.cardNo", "must have the form 0000-0000-0000-0000"));
            }
            if (cardType == null) {
                errors.add(new FieldError("payment.cardType", "must be one of " + List.of(CardType.values())));
            }
            return errors;
        }

        private List<FieldError> strayErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (cardNo != null) {
                errors.add(new FieldError("payment.cardNo", "goes with the method CARD only"));
            }
            if (cardType != null) {
                errors.add(new FieldError("payment.cardType", "goes with the method CARD only"));
            }
            return errors;
        }

        /** Says nothing of the card. */
        @Override
        public String toString() {
            return "PaymentChoice[method=" + method + "]";
        }
    }

    PlaceOrder command(String orderId, long userId, CardVault vault, Instant at) {
        return new PlaceOrder(
                orderId,
                userId,
                items.stream()
                        .map(line -> new OrderLine(line.productId(), line.quantity()))
                        .toList(),
                Optional.ofNullable(issuedCouponId),
                Money.of(usePoints == null ? 0 : usePoints),
                payment.seal(orderId, vault),
                at);
    }
}
