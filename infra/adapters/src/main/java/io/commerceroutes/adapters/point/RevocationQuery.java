package io.commerceroutes.adapters.point;

import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.point.PointRevocation;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads what an order earned and locks what its customer has, in one round trip. */
final class RevocationQuery {
    private static final String EARNED = "SELECT delta FROM point_movement"
            + " WHERE source_type = 'ORDER' AND source_id IN (:ids) AND line = 0 AND kind = 'EARN'";
    private static final String BALANCE = "SELECT balance FROM point_account WHERE user_id IN (:ids) FOR UPDATE";

    private Money earned = Money.ZERO;
    private Money balance = Money.ZERO;

    private RevocationQuery() {}

    static PointRevocation lock(JdbcOperations jdbc, Order order) {
        RevocationQuery query = new RevocationQuery();
        new QueryBatch()
                .query(EARNED, List.of(order.orderId()), row -> query.earned = Money.of(row.getLong(1)))
                .query(BALANCE, List.of(order.userId()), row -> query.balance = Money.of(row.getLong(1)))
                .execute(jdbc);
        return PointRevocation.of(query.earned, query.balance);
    }
}
