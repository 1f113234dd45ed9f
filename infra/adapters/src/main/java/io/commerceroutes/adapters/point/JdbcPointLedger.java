package io.commerceroutes.adapters.point;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.point.PointCharge;
import io.commerceroutes.domain.point.PointEarning;
import io.commerceroutes.domain.point.PointLedger;
import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.domain.point.PointRevocation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** Points in MySQL; a balance changes only together with its ledger entry. */
public class JdbcPointLedger implements PointLedger {
    private static final String MOVEMENT =
            "INSERT INTO point_movement (user_id, source_type, source_id, line, kind, delta, created_at)";
    private static final String ADD = "UPDATE point_account SET balance = balance + ? WHERE user_id = ?";
    private static final String TAKE =
            "UPDATE point_account SET balance = balance - ? WHERE user_id = ? AND balance >= ?";
    private static final String SHORTFALL = "INSERT INTO point_shortfall (order_id, user_id, amount, created_at)";
    private static final String HISTORY = """
            SELECT kind, delta, source_type, source_id, created_at
            FROM point_movement WHERE user_id = ? ORDER BY id DESC LIMIT ? OFFSET ?""";

    private final JdbcOperations jdbc;

    public JdbcPointLedger(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Money> balance(long userId) {
        return jdbc
                .query(
                        "SELECT balance FROM point_account WHERE user_id = ?",
                        (row, i) -> Money.of(row.getLong(1)),
                        userId)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Money> charge(PointCharge charge) {
        int accounts = jdbc.update(ADD, charge.amount().won(), charge.userId());
        if (accounts == 0) {
            return Optional.empty();
        }
        new StatementBatch()
                .insert(
                        MOVEMENT,
                        movement(
                                charge.userId(),
                                "CHARGE",
                                charge.chargeId(),
                                PointMovement.Kind.CHARGE,
                                charge.amount().won(),
                                charge.at()))
                .execute(jdbc);
        return balance(charge.userId());
    }

    @Override
    public void refund(Cancellation cancellation) {
        Order order = cancellation.order();
        Money used = order.amounts().pointsUsed();
        give(order.userId(), order.orderId(), PointMovement.Kind.REFUND, used, cancellation.at());
    }

    @Override
    public void earn(PointEarning earning) {
        give(earning.userId(), earning.orderId(), PointMovement.Kind.EARN, earning.amount(), earning.at());
    }

    private void give(long userId, String orderId, PointMovement.Kind kind, Money amount, Instant at) {
        if (!amount.isZero()) {
            new StatementBatch()
                    .update(1, ADD, amount.won(), userId)
                    .insert(MOVEMENT, movement(userId, "ORDER", orderId, kind, amount.won(), at))
                    .execute(jdbc);
        }
    }

    @Override
    public void revoke(Cancellation cancellation) {
        Order order = cancellation.order();
        if (order.wasPaidByCard()) {
            PointRevocation revocation = RevocationQuery.lock(jdbc, order);
            StatementBatch batch = new StatementBatch();
            take(batch, cancellation, revocation.revoked().won());
            recordShortfall(batch, cancellation, revocation.shortfall().won());
            batch.execute(jdbc);
        }
    }

    private static void take(StatementBatch batch, Cancellation cancellation, long won) {
        if (won > 0) {
            Order order = cancellation.order();
            batch.update(1, TAKE, won, order.userId(), won)
                    .insert(
                            MOVEMENT,
                            movement(
                                    order.userId(),
                                    "ORDER",
                                    order.orderId(),
                                    PointMovement.Kind.REVOKE,
                                    -won,
                                    cancellation.at()));
        }
    }

    private static void recordShortfall(StatementBatch batch, Cancellation cancellation, long won) {
        if (won > 0) {
            Order order = cancellation.order();
            batch.insert(
                    SHORTFALL,
                    List.<Object[]>of(new Object[] {order.orderId(), order.userId(), won, Utc.of(cancellation.at())}));
        }
    }

    private static List<Object[]> movement(
            long userId, String sourceType, String sourceId, PointMovement.Kind kind, long delta, Instant at) {
        return List.<Object[]>of(new Object[] {userId, sourceType, sourceId, 0, kind.name(), delta, Utc.of(at)});
    }

    @Override
    public List<PointMovement> history(long userId, int offset, int limit) {
        return jdbc.query(HISTORY, (row, index) -> movement(row), userId, limit, offset);
    }

    @Override
    public long countHistory(long userId) {
        Long count = jdbc.queryForObject("SELECT COUNT(*) FROM point_movement WHERE user_id = ?", Long.class, userId);
        return count == null ? 0 : count;
    }

    private static PointMovement movement(ResultSet row) throws SQLException {
        Optional<String> orderId = "ORDER".equals(row.getString("source_type"))
                ? Optional.of(row.getString("source_id"))
                : Optional.empty();
        return new PointMovement(
                PointMovement.Kind.valueOf(row.getString("kind")),
                row.getLong("delta"),
                orderId,
                Utc.instant(row, "created_at"));
    }
}
