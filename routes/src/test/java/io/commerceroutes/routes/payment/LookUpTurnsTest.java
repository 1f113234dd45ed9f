package io.commerceroutes.routes.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.ShopClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookUpTurnsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final ShopClock clock = new ShopClock();
    private final LookUpTurns turns = new LookUpTurns(clock, INTERVAL);
    private final AtomicInteger calledMeanwhile = new AtomicInteger();

    @Test
    void one_of_those_who_ask_for_the_same_order_begins() {
        assertThat(turns.beginOnCall("order-1")).isTrue();

        assertThat(turns.beginOnCall("order-1")).isFalse();
        assertThat(turns.beginOnRead("order-1")).isFalse();
        assertThat(turns.beginOnRead("order-2")).isTrue();
    }

    @Test
    void the_next_begins_when_the_interval_is_over_and_not_before() {
        turns.beginOnRead("order-1");
        end("order-1");

        clock.pass(INTERVAL.minus(MOMENT));
        assertThat(turns.beginOnRead("order-1")).isFalse();
        clock.pass(MOMENT);
        assertThat(turns.beginOnRead("order-1")).isTrue();
    }

    @Test
    void what_takes_longer_than_the_interval_is_waited_for() {
        turns.beginOnRead("order-1");
        clock.pass(INTERVAL.multipliedBy(2));

        assertThat(turns.beginOnRead("order-1")).isFalse();
        end("order-1");
        assertThat(turns.beginOnRead("order-1")).isTrue();
    }

    @Test
    void a_turn_that_nobody_ends_is_over_some_time() {
        turns.beginOnRead("order-1");
        clock.pass(Duration.ofMinutes(1));

        assertThat(turns.beginOnRead("order-1")).isTrue();
    }

    @Test
    void a_call_during_a_look_up_is_told_at_its_end_once() {
        turns.beginOnRead("order-1");
        turns.beginOnCall("order-1");
        turns.beginOnCall("order-1");

        end("order-1");
        end("order-1");

        assertThat(calledMeanwhile).hasValue(1);
    }

    @Test
    void a_read_during_a_look_up_is_no_news() {
        turns.beginOnCall("order-1");
        turns.beginOnRead("order-1");

        end("order-1");

        assertThat(calledMeanwhile).hasValue(0);
    }

    @Test
    void what_never_began_may_end() {
        end("order-1");

        assertThat(calledMeanwhile).hasValue(0);
        assertThat(turns.beginOnRead("order-1")).isTrue();
    }

    @Test
    void so_many_orders_are_remembered_and_those_longest_ago_are_forgotten() {
        IntStream.range(0, 10_001).forEach(n -> turns.beginOnRead("order-" + n));

        assertThat(turns.beginOnRead("order-10000")).isFalse();
        assertThat(turns.beginOnRead("order-0")).isTrue();
    }

    private void end(String orderId) {
        turns.end(orderId, calledMeanwhile::incrementAndGet);
    }
}
