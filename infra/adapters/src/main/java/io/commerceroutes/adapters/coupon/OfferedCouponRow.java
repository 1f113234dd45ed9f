package io.commerceroutes.adapters.coupon;

import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.coupon.NewCoupon;
import io.commerceroutes.domain.coupon.OfferedCoupon;
import io.commerceroutes.domain.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A coupon on offer as the database keeps it. */
record OfferedCouponRow(OfferedCoupon coupon, boolean alreadyHeld) {
    /** Takes no lock: who comes too late for a coupon is not to wait for those who were in time. */
    static final String FIND = """
            SELECT id, name, type, value, max_discount, min_order_amount, valid_from, valid_to, total_quantity,
                   issued_quantity,
                   EXISTS (SELECT 1 FROM issued_coupon i WHERE i.coupon_id = coupon.id AND i.user_id = ?) AS held
            FROM coupon WHERE id = ?""";

    static OfferedCouponRow read(ResultSet row) throws SQLException {
        long total = row.getLong("total_quantity");
        Optional<Long> totalQuantity = row.wasNull() ? Optional.empty() : Optional.of(total);
        NewCoupon terms = new NewCoupon(
                row.getString("name"),
                CouponTerms.discount(row),
                Money.of(row.getLong("min_order_amount")),
                Utc.instant(row, "valid_from"),
                Utc.instant(row, "valid_to"),
                totalQuantity);
        return new OfferedCouponRow(
                new OfferedCoupon(row.getLong("id"), terms, row.getLong("issued_quantity")), row.getBoolean("held"));
    }
}
