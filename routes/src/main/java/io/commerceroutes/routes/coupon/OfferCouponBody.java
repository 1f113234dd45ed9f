package io.commerceroutes.routes.coupon;

import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.coupon.NewCoupon;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.MomentText;
import io.commerceroutes.routes.http.Problem.FieldError;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What POST /coupons takes.
 *
 * @param value won for FIXED, percent from 1 to 100 for PERCENT
 * @param maxDiscount in won, the cap of a PERCENT
 * @param validFrom inclusive, with offset
 * @param validTo exclusive, with offset
 * @param totalQuantity how many are handed out; without it, one to everybody who wants it
 */
public record OfferCouponBody(
        @NotBlank @Size(max = 100) String name,
        @NotNull Kind type,
        @NotNull @Positive @Max(WON_MAX) Long value,
        @Positive @Max(WON_MAX) Long maxDiscount,
        @PositiveOrZero @Max(WON_MAX) Long minOrderAmount,
        @NotNull String validFrom,
        @NotNull String validTo,
        @Positive @Max(QUANTITY_MAX) Long totalQuantity) {
    private static final long WON_MAX = 1_000_000_000_000L;
    private static final long QUANTITY_MAX = 1_000_000_000L;
    private static final int PERCENT_MAX = 100;

    /** How the discount is reckoned. */
    public enum Kind {
        FIXED,
        PERCENT
    }

    /** What is to be offered, once all fields are there and each by itself is acceptable. */
    NewCoupon coupon() {
        List<FieldError> errors = new ArrayList<>();
        checkDiscount(errors);
        Optional<Instant> from = moment("validFrom", validFrom, errors);
        Optional<Instant> to = moment("validTo", validTo, errors);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            errors.add(new FieldError("validTo", "must lie after validFrom"));
        }
        if (!errors.isEmpty()) {
            throw ApiProblem.invalid(errors);
        }
        return new NewCoupon(
                name.strip(),
                discount(),
                Money.of(minOrderAmount == null ? 0 : minOrderAmount),
                from.orElseThrow(),
                to.orElseThrow(),
                Optional.ofNullable(totalQuantity));
    }

    private void checkDiscount(List<FieldError> errors) {
        if (type == Kind.PERCENT && value > PERCENT_MAX) {
            errors.add(new FieldError("value", "must be from 1 to %d percent".formatted(PERCENT_MAX)));
        }
        if (type == Kind.FIXED && maxDiscount != null) {
            errors.add(new FieldError("maxDiscount", "goes with the type PERCENT only"));
        }
    }

    private Discount discount() {
        return type == Kind.FIXED
                ? new Discount.Fixed(Money.of(value))
                : new Discount.Percent(
                        Math.toIntExact(value), Optional.ofNullable(maxDiscount).map(Money::of));
    }

    private static Optional<Instant> moment(String field, String text, List<FieldError> errors) {
        Optional<Instant> moment = MomentText.parse(text);
        if (moment.isEmpty()) {
            errors.add(new FieldError(field, MomentText.MESSAGE));
        }
        return moment;
    }
}
