package io.commerceroutes.adapters.coupon;

import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.coupon.IssueCoupon;
import io.commerceroutes.domain.coupon.NewCoupon;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * One round trip that issues a coupon: the customer's own row first, and last the counter that all customers share, so
 * that it is locked from there to the commit only. Needs {@code allowMultiQueries}.
 */
final class IssueStatements {
    private static final String ISSUE = """
            INSERT INTO issued_coupon (coupon_id, user_id, type, value, max_discount, min_order_amount, valid_from,
                                       valid_to, issued_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);
            SELECT LAST_INSERT_ID();
            UPDATE coupon SET issued_quantity = issued_quantity + 1
            WHERE id = ? AND (total_quantity IS NULL OR issued_quantity < total_quantity)""";

    private IssueStatements() {}

    /** The issued coupon's id; empty if the last one has gone meanwhile, and then the row is to be rolled back. */
    static OptionalLong execute(JdbcOperations jdbc, IssueCoupon wish, NewCoupon terms) {
        return jdbc.execute((ConnectionCallback<OptionalLong>) connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ISSUE)) {
                bind(statement, wish, terms);
                statement.execute();
                statement.getMoreResults();
                long id = id(statement);
                statement.getMoreResults();
                return statement.getUpdateCount() == 1 ? OptionalLong.of(id) : OptionalLong.empty();
            }
        });
    }

    private static void bind(PreparedStatement statement, IssueCoupon wish, NewCoupon terms) throws SQLException {
        CouponTerms discount = CouponTerms.of(terms.discount());
        Object[] values = {
            wish.couponId(),
            wish.userId(),
            discount.type(),
            discount.value(),
            discount.maxDiscount(),
            terms.minOrderAmount().won(),
            Utc.of(terms.validFrom()),
            Utc.of(terms.validTo()),
            Utc.of(wish.at()),
            wish.couponId()
        };
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static long id(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return row.getLong(1);
        }
    }
}
