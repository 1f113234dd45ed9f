package io.commerceroutes.adapters.coupon;

import io.commerceroutes.adapters.CommerceSchema;
import io.commerceroutes.adapters.PooledSchema;
import io.commerceroutes.domain.coupon.Discount;
import io.commerceroutes.domain.coupon.IssueCoupon;
import io.commerceroutes.domain.coupon.IssueOutcome;
import io.commerceroutes.domain.coupon.NewCoupon;
import io.commerceroutes.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Many customers who want coupons at once, each in a thread of their own, over a pool as in production. */
final class CouponRush implements AutoCloseable {
    static final Instant FROM = Instant.parse("2026-11-22T01:02:03.456789Z");
    private static final long SECONDS_MAX = 120;

    private final CommerceSchema schema = CommerceSchema.migrated();
    private final PooledSchema pool = new PooledSchema(schema);
    private final JdbcCouponBook coupons = new JdbcCouponBook(pool.jdbc());

    long offer(long total) {
        NewCoupon coupon = new NewCoupon(
                "Rush",
                new Discount.Fixed(Money.of(1_000)),
                Money.ZERO,
                FROM,
                FROM.plus(Duration.ofDays(1)),
                Optional.of(total));
        return pool.transaction().execute(status -> coupons.offer(coupon));
    }

    /** What each of them got; a failure of the database fails the caller. */
    List<IssueOutcome> rush(long couponId, LongStream customers) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<IssueOutcome>> wishes = customers
                    .mapToObj(customer -> threads.submit(() -> {
                        start.await();
                        return issue(couponId, customer);
                    }))
                    .toList();
            start.countDown();
            List<IssueOutcome> outcomes = new ArrayList<>();
            for (Future<IssueOutcome> wish : wishes) {
                outcomes.add(wish.get(SECONDS_MAX, TimeUnit.SECONDS));
            }
            return outcomes;
        }
    }

    /** As the flow does: what is refused is rolled back. */
    IssueOutcome issue(long couponId, long customer) {
        return pool.transaction().execute(status -> {
            IssueOutcome outcome = coupons.issue(new IssueCoupon(couponId, customer, FROM));
            if (!(outcome instanceof IssueOutcome.Issued)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    /** Runs the work while another customer's transaction has taken one and is not committed. */
    <T> T whileTaken(long couponId, long customer, Supplier<T> work) {
        return pool.transaction().execute(status -> {
            coupons.issue(new IssueCoupon(couponId, customer, FROM));
            return work.get();
        });
    }

    /** Runs the work while another transaction holds the counter. */
    <T> T whileLocked(long couponId, Supplier<T> work) {
        return pool.transaction().execute(status -> {
            pool.jdbc().queryForList("SELECT id FROM coupon WHERE id = ? FOR UPDATE", couponId);
            return work.get();
        });
    }

    long number(String query, Object... values) {
        return schema.jdbc().queryForObject(query, Long.class, values);
    }

    @Override
    public void close() {
        pool.close();
    }
}
