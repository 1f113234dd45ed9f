package io.commerceroutes.adapters.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.TestOrders;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.point.EarnRate;
import io.commerceroutes.domain.point.PointEarning;
import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.domain.point.PointMovement.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** Points that paid orders of 2,500 won earn, 25 each, and lose again when they are canceled. */
class EarnedPointsIT {
    private static final Instant PLACED = Instant.parse("2026-11-22T01:02:03.000001Z");
    private static final Instant PAID = PLACED.plusSeconds(5);
    private static final Instant CANCELED = PLACED.plusSeconds(60);
    private static final EarnRate RATE = new EarnRate(1);

    private static CommerceSchema schema;
    private static TestOrders orders;
    private static JdbcPointLedger points;

    @BeforeAll
    static void migrate() {
        schema = CommerceSchema.migrated();
        orders = new TestOrders(schema);
        points = new JdbcPointLedger(schema.jdbc());
    }

    @BeforeEach
    void beginWithAMillion() {
        schema.jdbc().update("DELETE FROM point_shortfall");
        schema.jdbc().update("DELETE FROM point_movement");
        schema.jdbc()
                .update(
                        "INSERT INTO point_movement (user_id, source_type, source_id, line, kind, delta, created_at)"
                                + " VALUES (?, 'SEED', 'seed', 0, 'CHARGE', 0, UTC_TIMESTAMP(6))",
                        TestOrders.CUSTOMER);
        schema.jdbc().update("UPDATE point_account SET balance = 0 WHERE user_id = ?", TestOrders.CUSTOMER);
        setBalance(1_000_000);
    }

    @Test
    void a_paid_order_earns_once() {
        Order order = paid(0);

        assertThat(balance()).isEqualTo(1_000_025);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> earn(RATE.earnedBy(order)));
        assertThat(balance()).isEqualTo(1_000_025);
        balanceIsTheSumOfMovements();
    }

    @Test
    void nothing_earned_is_no_movement() {
        earn(new EarnRate(0).earnedBy(orders.byCard(PLACED).pay(PAID)));

        assertThat(points.countHistory(TestOrders.CUSTOMER)).isOne();
        assertThat(balance()).isEqualTo(1_000_000);
    }

    @Test
    void an_account_that_is_not_there_earns_nothing_and_says_so() {
        PointEarning stray = new PointEarning("stray", 404, Money.of(1), PAID);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> earn(stray));

        assertThat(points.countHistory(404)).isZero();
    }

    @Test
    void a_canceled_order_loses_once_what_it_earned() {
        Cancellation cancellation = canceled(paid(100));

        compensate(cancellation);

        assertThat(balance()).isEqualTo(1_000_000);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> revoke(cancellation));
        assertThat(balance()).isEqualTo(1_000_000);
        assertThat(shortfalls()).isEmpty();
        balanceIsTheSumOfMovements();
    }

    @Test
    void the_history_names_the_order_and_the_time() {
        Order order = paid(100);
        compensate(canceled(order));

        Optional<String> id = Optional.of(order.orderId());
        assertThat(points.history(TestOrders.CUSTOMER, 0, 4))
                .containsExactly(
                        new PointMovement(Kind.REVOKE, -24, id, CANCELED),
                        new PointMovement(Kind.REFUND, 100, id, CANCELED),
                        new PointMovement(Kind.EARN, 24, id, PAID),
                        new PointMovement(Kind.USE, -100, id, PLACED));
    }

    @Test
    void what_the_customer_does_not_have_any_more_is_recorded_once() {
        Cancellation cancellation = canceled(paid(0));
        setBalance(10);

        compensate(cancellation);

        assertThat(balance()).isZero();
        assertThat(shortfalls()).containsExactly(Map.of("user_id", TestOrders.CUSTOMER, "amount", 15L));
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> revoke(cancellation));
        assertThat(shortfalls()).hasSize(1);
        balanceIsTheSumOfMovements();
    }

    @Test
    void where_nothing_is_left_all_is_a_shortfall_and_nothing_moves() {
        Cancellation cancellation = canceled(paid(0));
        setBalance(0);
        long moved = points.countHistory(TestOrders.CUSTOMER);

        compensate(cancellation);

        assertThat(balance()).isZero();
        assertThat(points.countHistory(TestOrders.CUSTOMER)).isEqualTo(moved);
        assertThat(shortfalls()).containsExactly(Map.of("user_id", TestOrders.CUSTOMER, "amount", 25L));
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> revoke(cancellation));
    }

    @Test
    void points_that_come_back_make_up_for_those_that_are_revoked() {
        Cancellation cancellation = canceled(paid(100));
        setBalance(0);

        compensate(cancellation);

        assertThat(balance()).isEqualTo(100 - 24);
        assertThat(shortfalls()).isEmpty();
    }

    @Test
    void what_earned_nothing_loses_nothing() {
        Order withoutEarning = orders.byCard(PLACED).pay(PAID);
        Order neverPaid = orders.byCard(PLACED);
        Order byPoints = orders.byPoints(PLACED);
        long before = balance();

        revoke(canceled(withoutEarning));
        revoke(neverPaid.cancel(CancelReason.PAYMENT_DECLINED, CANCELED));
        revoke(canceled(byPoints));

        assertThat(balance()).isEqualTo(before);
        assertThat(shortfalls()).isEmpty();
    }

    private static Order paid(long usePoints) {
        Order order = orders.byCard(PLACED, usePoints).pay(PAID);
        earn(RATE.earnedBy(order));
        return order;
    }

    private static Cancellation canceled(Order order) {
        return order.cancel(CancelReason.CUSTOMER, CANCELED);
    }

    private static void earn(PointEarning earning) {
        schema.transaction().executeWithoutResult(status -> points.earn(earning));
    }

    private static void compensate(Cancellation cancellation) {
        schema.transaction().executeWithoutResult(status -> {
            points.refund(cancellation);
            points.revoke(cancellation);
        });
    }

    private static void revoke(Cancellation cancellation) {
        schema.transaction().executeWithoutResult(status -> points.revoke(cancellation));
    }

    /** Spends, or adds, what makes the difference. */
    private static void setBalance(long won) {
        schema.jdbc().update("UPDATE point_movement SET delta = delta + ? WHERE source_type = 'SEED'", won - balance());
        schema.jdbc().update("UPDATE point_account SET balance = ? WHERE user_id = ?", won, TestOrders.CUSTOMER);
    }

    private static long balance() {
        return points.balance(TestOrders.CUSTOMER).orElseThrow().won();
    }

    private static List<Map<String, Object>> shortfalls() {
        return schema.jdbc().queryForList("SELECT user_id, amount FROM point_shortfall");
    }

    private static void balanceIsTheSumOfMovements() {
        assertThat(schema.jdbc()
                        .queryForObject(
                                "SELECT SUM(delta) FROM point_movement WHERE user_id = ?",
                                Long.class,
                                TestOrders.CUSTOMER))
                .isEqualTo(balance());
    }
}
