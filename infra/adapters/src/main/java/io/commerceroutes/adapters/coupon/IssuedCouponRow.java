package io.commerceroutes.adapters.coupon;

import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;

/** An issued coupon with its terms, as the database keeps them, and how to lock and read it. */
public final class IssuedCouponRow {
    public static final String LOCK = "SELECT id, user_id, order_id, type, value, max_discount, min_order_amount,"
            + " valid_from, valid_to FROM issued_coupon WHERE id IN (:ids) ORDER BY id FOR UPDATE";

    private IssuedCouponRow() {}

    public static IssuedCoupon read(ResultSet row) throws SQLException {
        return new IssuedCoupon(
                row.getLong("id"),
                row.getLong("user_id"),
                row.getString("order_id") != null,
                CouponTerms.discount(row),
                Money.of(row.getLong("min_order_amount")),
                Utc.instant(row, "valid_from"),
                Utc.instant(row, "valid_to"));
    }
}
