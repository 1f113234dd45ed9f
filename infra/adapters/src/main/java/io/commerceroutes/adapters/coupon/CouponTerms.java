package io.commerceroutes.adapters.coupon;

import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A coupon's discount in its three columns. */
record CouponTerms(String type, long value, Long maxDiscount) {
    static CouponTerms of(Discount discount) {
        return switch (discount) {
            case Discount.Fixed fixed -> new CouponTerms("FIXED", fixed.amount().won(), null);
            case Discount.Percent percent ->
                new CouponTerms(
                        "PERCENT",
                        percent.percent(),
                        percent.cap().map(Money::won).orElse(null));
        };
    }

    /** Reads columns {@code type, value, max_discount}. */
    static Discount discount(ResultSet row) throws SQLException {
        long value = row.getLong("value");
        if ("FIXED".equals(row.getString("type"))) {
            return new Discount.Fixed(Money.of(value));
        }
        long cap = row.getLong("max_discount");
        return new Discount.Percent(
                Math.toIntExact(value), row.wasNull() ? Optional.empty() : Optional.of(Money.of(cap)));
    }
}
