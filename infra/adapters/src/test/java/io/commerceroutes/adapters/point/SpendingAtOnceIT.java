package io.commerceroutes.adapters.point;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.TestOrders;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Cancellation;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.point.EarnRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** One customer's points move from 20 threads at once: every transaction gets through, and no won comes or goes. */
class SpendingAtOnceIT {
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    private static final EarnRate RATE = new EarnRate(1);
    private static final int THREADS = 20;
    private static final int PRICE = 2_500;
    private static final int EARNED = 25;

    private final CommerceSchema schema = CommerceSchema.migrated();
    private final TestOrders orders = new TestOrders(schema);
    private final JdbcPointLedger points = new JdbcPointLedger(schema.jdbc());

    @Test
    void the_same_points_are_spent_only_as_often_as_they_are_there() throws Exception {
        setBalance(10 * PRICE + PRICE - 1);

        List<Boolean> placed = atOnce(thread -> () -> orders.isPlacedByPoints(NOW));

        assertThat(placed).filteredOn(isPlaced -> isPlaced).hasSize(10);
        assertThat(balance()).isEqualTo(PRICE - 1);
        assertThat(moved("USE")).isEqualTo(-10 * PRICE);
    }

    @Test
    void what_is_spent_while_it_is_revoked_is_taken_once_or_is_a_shortfall() throws Exception {
        List<Cancellation> toCancel = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            toCancel.add(paid().cancel(CancelReason.CUSTOMER, NOW));
        }
        int begun = PRICE + 60;
        setBalance(begun);

        List<Boolean> placed = atOnce(thread -> switch (thread % 4) {
            case 0 -> () -> orders.isPlacedByPoints(NOW);
            case 1 ->
                () -> {
                    paid();
                    return false;
                };
            default ->
                () -> {
                    compensate(toCancel.get(thread));
                    return false;
                };
        });

        long spent = PRICE * placed.stream().filter(isPlaced -> isPlaced).count();
        int canceled = THREADS / 2;
        assertThat(spent).isIn(0L, (long) PRICE);
        assertThat(balance()).isEqualTo(begun - spent + THREADS / 4 * EARNED + moved("REVOKE"));
        assertThat(shortfall() - moved("REVOKE")).isEqualTo(canceled * EARNED);
        assertThat(moved("EARN")).isEqualTo((THREADS + THREADS / 4) * EARNED);
    }

    /** An order that uses no points and has earned some. */
    private Order paid() {
        Order order = orders.byCard(NOW).pay(NOW);
        schema.transaction().executeWithoutResult(status -> points.earn(RATE.earnedBy(order)));
        return order;
    }

    private void compensate(Cancellation cancellation) {
        schema.transaction().executeWithoutResult(status -> {
            points.refund(cancellation);
            points.revoke(cancellation);
        });
    }

    private static <T> List<T> atOnce(IntFunction<Callable<T>> work) throws Exception {
        List<Callable<T>> calls = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            calls.add(work.apply(thread));
        }
        List<T> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (Future<T> call : pool.invokeAll(calls)) {
                results.add(call.get());
            }
        }
        return results;
    }

    private void setBalance(long won) {
        schema.jdbc().update("UPDATE point_account SET balance = ? WHERE user_id = ?", won, TestOrders.CUSTOMER);
    }

    private long balance() {
        return points.balance(TestOrders.CUSTOMER).orElseThrow().won();
    }

    private long moved(String kind) {
        return sum("SELECT COALESCE(SUM(delta), 0) FROM point_movement WHERE kind = '" + kind + "'");
    }

    private long shortfall() {
        return sum("SELECT COALESCE(SUM(amount), 0) FROM point_shortfall");
    }

    private long sum(String query) {
        return schema.jdbc().queryForObject(query, Long.class);
    }
}
