package io.commerceroutes.adapters.coupon;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commerceroutes.domain.coupon.IssueOutcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CouponRushIT {
    private static final String WAITING =
            "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
    private static CouponRush rush;

    @BeforeAll
    static void open() {
        rush = new CouponRush();
    }

    @AfterAll
    static void close() {
        rush.close();
    }

    @RepeatedTest(3)
    void of_two_hundred_customers_after_a_hundred_coupons_exactly_a_hundred_get_one() throws Exception {
        long couponId = rush.offer(100);

        List<IssueOutcome> outcomes = rush.rush(couponId, LongStream.range(0, 200));

        assertThat(outcomes).filteredOn(IssueOutcome.Issued.class::isInstance).hasSize(100);
        assertThat(outcomes)
                .filteredOn(new IssueOutcome.SoldOut(couponId)::equals)
                .hasSize(100);
        assertThat(handedOut(couponId)).isEqualTo(100);
        assertThat(counter(couponId)).isEqualTo(100);
    }

    @Test
    void a_customer_who_asks_twenty_times_at_once_gets_one() throws Exception {
        long couponId = rush.offer(100);

        List<IssueOutcome> outcomes =
                rush.rush(couponId, LongStream.generate(() -> 7).limit(20));

        assertThat(outcomes).filteredOn(IssueOutcome.Issued.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(new IssueOutcome.AlreadyIssued(couponId)::equals)
                .hasSize(19);
        assertThat(handedOut(couponId)).isOne();
        assertThat(counter(couponId)).isOne();
    }

    @Test
    void who_comes_too_late_or_again_does_not_wait_for_the_counter() {
        long couponId = rush.offer(2);
        rush.issue(couponId, 1);

        assertThat(rush.<IssueOutcome>whileTaken(couponId, 2, () -> elsewhere(couponId, 1)))
                .isEqualTo(new IssueOutcome.AlreadyIssued(couponId));
        assertThat(rush.<IssueOutcome>whileLocked(couponId, () -> elsewhere(couponId, 3)))
                .isEqualTo(new IssueOutcome.SoldOut(couponId));
    }

    @Test
    void who_waits_for_the_last_one_is_told_when_it_has_gone() throws Exception {
        long couponId = rush.offer(1);

        CompletableFuture<IssueOutcome> second = rush.whileTaken(couponId, 1, () -> {
            CompletableFuture<IssueOutcome> waiting = CompletableFuture.supplyAsync(() -> rush.issue(couponId, 2));
            await().atMost(ofSeconds(30)).until(() -> rush.number(WAITING) == 1);
            return waiting;
        });

        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(new IssueOutcome.SoldOut(couponId));
        assertThat(handedOut(couponId)).isOne();
    }

    private static IssueOutcome elsewhere(long couponId, long customer) {
        return CompletableFuture.supplyAsync(() -> rush.issue(couponId, customer))
                .join();
    }

    private static long handedOut(long couponId) {
        return rush.number("SELECT COUNT(DISTINCT user_id) FROM issued_coupon WHERE coupon_id = ?", couponId);
    }

    private static long counter(long couponId) {
        return rush.number("SELECT issued_quantity FROM coupon WHERE id = ?", couponId);
    }
}
