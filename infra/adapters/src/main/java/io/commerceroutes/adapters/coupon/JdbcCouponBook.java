package io.commerceroutes.adapters.coupon;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.coupon.CouponBook;
import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.coupon.NewCoupon;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** Coupons in MySQL; counters and uses change by conditional SQL only. */
public class JdbcCouponBook implements CouponBook {
    private static final String OFFER = """
            INSERT INTO coupon (name, type, value, max_discount, min_order_amount, valid_from, valid_to, total_quantity)
            VALUES (:name, :type, :value, :maxDiscount, :minOrderAmount, :validFrom, :validTo, :totalQuantity)""";
    private static final String COUNT_ISSUED = """
            UPDATE coupon SET issued_quantity = issued_quantity + 1
            WHERE id = ? AND (total_quantity IS NULL OR issued_quantity < total_quantity)""";
    private static final String ISSUE = """
            INSERT INTO issued_coupon (coupon_id, user_id, type, value, max_discount, min_order_amount, valid_from,
                                       valid_to, issued_at)
            SELECT id, :userId, type, value, max_discount, min_order_amount, valid_from, valid_to, :at
            FROM coupon WHERE id = :couponId""";

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    public JdbcCouponBook(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    @Override
    public long offer(NewCoupon coupon) {
        MapSqlParameterSource params = new MapSqlParameterSource()
                .addValue("name", coupon.name())
                .addValue("minOrderAmount", coupon.minOrderAmount().won())
                .addValue("validFrom", Utc.of(coupon.validFrom()))
                .addValue("validTo", Utc.of(coupon.validTo()))
                .addValue("totalQuantity", coupon.totalQuantity().orElse(null))
                .addValues(terms(coupon.discount()));
        return insert(OFFER, params);
    }

    private static Map<String, Object> terms(Discount discount) {
        MapSqlParameterSource terms = new MapSqlParameterSource();
        switch (discount) {
            case Discount.Fixed fixed ->
                terms.addValue("type", "FIXED")
                        .addValue("value", fixed.amount().won())
                        .addValue("maxDiscount", null);
            case Discount.Percent percent ->
                terms.addValue("type", "PERCENT")
                        .addValue("value", percent.percent())
                        .addValue("maxDiscount", percent.cap().map(Money::won).orElse(null));
        }
        return terms.getValues();
    }

    @Override
    public long issue(long couponId, long userId, Instant at) {
        new StatementBatch().update(1, COUNT_ISSUED, couponId).execute(jdbc);
        return insert(
                ISSUE,
                new MapSqlParameterSource("couponId", couponId)
                        .addValue("userId", userId)
                        .addValue("at", Utc.of(at)));
    }

    private long insert(String sql, MapSqlParameterSource params) {
        KeyHolder id = new GeneratedKeyHolder();
        named.update(sql, params, id);
        return Objects.requireNonNull(id.getKey(), "The database made no id").longValue();
    }

    @Override
    public void restore(Cancellation cancellation) {
        Order order = cancellation.order();
        order.issuedCouponId()
                .ifPresent(id -> new StatementBatch()
                        .update(
                                1,
                                "UPDATE issued_coupon SET order_id = NULL WHERE id = ? AND order_id = ?",
                                id,
                                order.orderId())
                        .execute(jdbc));
    }
}
