package io.commerceroutes.routes.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.routes.shop.ShopClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookUpTurnsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final ShopClock clock = new ShopClock();
    private final LookUpTurns turns = new LookUpTurns(clock, INTERVAL);

    @Test
    void one_of_those_who_ask_for_the_same_order_begins() {
        assertThat(turns.begin("order-1")).isTrue();

        assertThat(turns.begin("order-1")).isFalse();
        assertThat(turns.begin("order-2")).isTrue();
    }

    @Test
    void the_next_begins_when_the_interval_is_over_and_not_before() {
        turns.begin("order-1");
        turns.end("order-1");

        clock.pass(INTERVAL.minus(MOMENT));
        assertThat(turns.begin("order-1")).isFalse();
        clock.pass(MOMENT);
        assertThat(turns.begin("order-1")).isTrue();
    }

    @Test
    void what_takes_longer_than_the_interval_is_waited_for() {
        turns.begin("order-1");
        clock.pass(INTERVAL.multipliedBy(2));

        assertThat(turns.begin("order-1")).isFalse();
        turns.end("order-1");
        assertThat(turns.begin("order-1")).isTrue();
    }

    @Test
    void a_turn_that_nobody_ends_is_over_some_time() {
        turns.begin("order-1");
        clock.pass(Duration.ofMinutes(2));

        assertThat(turns.begin("order-1")).isTrue();
    }

    @Test
    void what_never_began_may_end() {
        turns.end("order-1");

        assertThat(turns.begin("order-1")).isTrue();
    }

    @Test
    void so_many_orders_are_remembered_and_those_longest_ago_are_forgotten() {
        IntStream.range(0, 10_001).forEach(n -> turns.begin("order-" + n));

        assertThat(turns.begin("order-10000")).isFalse();
        assertThat(turns.begin("order-0")).isTrue();
    }
}
