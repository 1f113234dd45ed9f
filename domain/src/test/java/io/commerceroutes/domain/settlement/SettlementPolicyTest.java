package io.commerceroutes.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.PlacedOrders;
import io.commerceroutes.domain.payment.PaymentDeadlines;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettlementPolicyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void attempts_in_a_row_double_the_back_off() {
        SettlementPolicy policy = policy(5, SECOND, List.of(SECOND.multipliedBy(100)));

        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(policy::pauseAfterAttempt)
                        .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 100L, 100L);
    }

    @Test
    void the_doubling_ends_somewhere() {
        SettlementPolicy policy = policy(200, SECOND, List.of(SECOND));

        assertThat(policy.pauseAfterAttempt(199)).isEqualTo(policy.pauseAfterAttempt(21));
    }

    @Test
    void the_last_interval_of_the_schedule_goes_on() {
        SettlementPolicy policy = policy(1, SECOND, List.of(SECOND, SECOND.multipliedBy(7)));

        assertThat(policy.pauseAfterCheck(0)).isEqualTo(SECOND);
        assertThat(policy.pauseAfterCheck(1)).isEqualTo(SECOND.multipliedBy(7));
        assertThat(policy.pauseAfterCheck(Integer.MAX_VALUE)).isEqualTo(SECOND.multipliedBy(7));
    }

    @Test
    void a_refund_is_looked_at_again_on_schedule_and_never_within_the_quiet_time() {
        SettlementPolicy policy =
                policy(1, SECOND, List.of(SECOND, SECOND.multipliedBy(7)), SECOND, SECOND.multipliedBy(5));

        assertThat(policy.pauseAfterRefund(1)).isEqualTo(SECOND.multipliedBy(5));
        assertThat(policy.pauseAfterRefund(2)).isEqualTo(SECOND.multipliedBy(7));
        assertThat(policy.pauseAfterRefund(1_000)).isEqualTo(SECOND.multipliedBy(7));
    }

    @Test
    void watching_slows_down_to_once_a_day() {
        SettlementPolicy policy = policy(1, SECOND, List.of(SECOND, Duration.ofHours(5)));

        assertThat(IntStream.rangeClosed(0, 5).mapToObj(policy::pauseAfterWatch).map(Duration::toSeconds))
                .containsExactly(1L, 18_000L, 36_000L, 72_000L, 86_400L, 86_400L);
        assertThat(policy.pauseAfterWatch(Integer.MAX_VALUE)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void a_policy_needs_an_attempt_and_an_interval() {
        assertRefused(0, SECOND, List.of(SECOND), SECOND, SECOND);
        assertRefused(1, SECOND, List.of(), SECOND, SECOND);
    }

    @Test
    void waits_last_for_some_time() {
        assertRefused(1, Duration.ZERO, List.of(SECOND), SECOND, SECOND);
        assertRefused(1, SECOND, List.of(SECOND, Duration.ZERO), SECOND, SECOND);
        assertRefused(1, SECOND, List.of(SECOND), Duration.ZERO, SECOND);
        assertRefused(1, SECOND, List.of(SECOND), SECOND, SECOND.negated());
    }

    @Test
    void the_schedule_can_be_changed_by_no_one() {
        List<Duration> schedule = new ArrayList<>(List.of(SECOND));
        SettlementPolicy policy = policy(1, SECOND, schedule);
        schedule.clear();

        assertThat(policy.schedule()).containsExactly(SECOND);
    }

    @Test
    void the_jitter_spreads_orders_over_half_a_pause() {
        TreeSet<Duration> pauses = new TreeSet<>();
        for (int i = 0; i < 500; i++) {
            pauses.add(firstPause("order-" + i));
        }

        assertThat(pauses.first()).isEqualTo(SECOND);
        assertThat(pauses.last()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(pauses).hasSize(51);
    }

    private static Duration firstPause(String orderId) {
        Order like = PlacedOrders.byCard(PaymentStatus.PENDING);
        Order order = new Order(
                orderId,
                like.userId(),
                like.status(),
                like.cancelReason(),
                like.items(),
                like.amounts(),
                like.issuedCouponId(),
                like.payment(),
                like.createdAt(),
                like.paidAt());
        Instant now = order.createdAt();
        Attempt notSent = Attempt.started(1, "a", now).ended(AttemptOutcome.NOT_SENT, now);
        CardPayment payment =
                new CardPayment(order, List.of(notSent), List.of(), Optional.empty(), 0, Optional.empty(), Calls.NONE);
        return Duration.between(now, new Pacing(CardPaymentStory.POLICY).askAt(payment));
    }

    private static void assertRefused(
            int attempts, Duration backOff, List<Duration> schedule, Duration lease, Duration quiet) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(attempts, backOff, schedule, lease, quiet));
    }

    private static SettlementPolicy policy(int attempts, Duration backOff, List<Duration> schedule) {
        return policy(attempts, backOff, schedule, SECOND, Duration.ZERO);
    }

    private static SettlementPolicy policy(
            int attempts, Duration backOff, List<Duration> schedule, Duration lease, Duration quiet) {
        return new SettlementPolicy(
                new PaymentDeadlines(SECOND, SECOND, SECOND),
                lease,
                quiet,
                attempts,
                backOff,
                schedule,
                Duration.ofDays(1));
    }
}
