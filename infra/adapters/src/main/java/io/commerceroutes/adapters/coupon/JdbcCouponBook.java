package io.commerceroutes.adapters.coupon;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.coupon.CouponBook;
import io.commerceroutes.domain.coupon.HeldCoupon;
import io.commerceroutes.domain.coupon.IssueCoupon;
import io.commerceroutes.domain.coupon.IssueOutcome;
import io.commerceroutes.domain.coupon.NewCoupon;
import io.commerceroutes.domain.coupon.OfferedCoupon;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.dao.DuplicateKeyException;
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
    private static final String RESTORE = "UPDATE issued_coupon SET order_id = NULL WHERE id = ? AND order_id = ?";
    private static final long NOBODY = 0;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    public JdbcCouponBook(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    @Override
    public long offer(NewCoupon coupon) {
        CouponTerms discount = CouponTerms.of(coupon.discount());
        KeyHolder id = new GeneratedKeyHolder();
        named.update(
                OFFER,
                new MapSqlParameterSource()
                        .addValue("name", coupon.name())
                        .addValue("type", discount.type())
                        .addValue("value", discount.value())
                        .addValue("maxDiscount", discount.maxDiscount())
                        .addValue("minOrderAmount", coupon.minOrderAmount().won())
                        .addValue("validFrom", Utc.of(coupon.validFrom()))
                        .addValue("validTo", Utc.of(coupon.validTo()))
                        .addValue("totalQuantity", coupon.totalQuantity().orElse(null)),
                id);
        return Objects.requireNonNull(id.getKey(), "The database made no id").longValue();
    }

    @Override
    public Optional<OfferedCoupon> find(long couponId) {
        return find(couponId, NOBODY).map(OfferedCouponRow::coupon);
    }

    private Optional<OfferedCouponRow> find(long couponId, long userId) {
        return jdbc.query(OfferedCouponRow.FIND, (row, index) -> OfferedCouponRow.read(row), userId, couponId).stream()
                .findFirst();
    }

    /** Looks first, without a lock; the unique key and the condition on the counter hold against those who look at once. */
    @Override
    public IssueOutcome issue(IssueCoupon wish) {
        Optional<OfferedCouponRow> found = find(wish.couponId(), wish.userId());
        if (found.isEmpty()) {
            return new IssueOutcome.UnknownCoupon(wish.couponId());
        }
        OfferedCoupon offered = found.get().coupon();
        return offered.refusal(found.get().alreadyHeld(), wish.at()).orElseGet(() -> issue(offered, wish));
    }

    private IssueOutcome issue(OfferedCoupon offered, IssueCoupon wish) {
        try {
            OptionalLong issued = IssueStatements.execute(jdbc, wish, offered.terms());
            return issued.isPresent()
                    ? new IssueOutcome.Issued(offered.heldAs(issued.getAsLong(), wish.at()))
                    : new IssueOutcome.SoldOut(wish.couponId());
        } catch (DuplicateKeyException sameCustomer) {
            return new IssueOutcome.AlreadyIssued(wish.couponId());
        }
    }

    @Override
    public List<HeldCoupon> held(long userId, int offset, int limit) {
        return jdbc.query(HeldCouponRow.PAGE, (row, index) -> HeldCouponRow.read(row), userId, limit, offset);
    }

    @Override
    public long countHeld(long userId) {
        Long count = jdbc.queryForObject(HeldCouponRow.COUNT, Long.class, userId);
        return count == null ? 0 : count;
    }

    @Override
    public void restore(Cancellation cancellation) {
        Order order = cancellation.order();
        order.issuedCouponId()
                .ifPresent(id -> new StatementBatch()
                        .update(1, RESTORE, id, order.orderId())
                        .execute(jdbc));
    }
}
