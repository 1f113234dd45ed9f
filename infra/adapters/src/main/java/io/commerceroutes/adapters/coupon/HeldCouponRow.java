package io.commerceroutes.adapters.coupon;

import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.coupon.HeldCoupon;
import io.commerceroutes.domain.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A customer's coupon with its name, as the database keeps them. */
final class HeldCouponRow {
    /**
     * The index on the customer ends in the row's own id, so that a page is read from it in order. No join, which the
     * server may turn round where there are few coupons.
     */
    static final String PAGE = """
            SELECT i.id, i.coupon_id, (SELECT c.name FROM coupon c WHERE c.id = i.coupon_id) AS name, i.type, i.value,
                   i.max_discount, i.min_order_amount, i.valid_from, i.valid_to, i.issued_at, i.order_id
            FROM issued_coupon i
            WHERE i.user_id = ? ORDER BY i.id DESC LIMIT ? OFFSET ?""";

    static final String COUNT = "SELECT COUNT(*) FROM issued_coupon WHERE user_id = ?";

    private HeldCouponRow() {}

    static HeldCoupon read(ResultSet row) throws SQLException {
        return new HeldCoupon(
                row.getLong("id"),
                row.getLong("coupon_id"),
                row.getString("name"),
                CouponTerms.discount(row),
                Money.of(row.getLong("min_order_amount")),
                Utc.instant(row, "valid_from"),
                Utc.instant(row, "valid_to"),
                Utc.instant(row, "issued_at"),
                Optional.ofNullable(row.getString("order_id")));
    }
}
