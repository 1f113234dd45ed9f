package io.commerceroutes.adapters.settlement;

import static io.commerceroutes.adapters.settlement.Payments.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.settlement.AttemptOutcome;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DuePaymentsIT {
    private static final Instant LATER = START.plusSeconds(2);
    private Payments scene;

    @BeforeEach
    void migrate() {
        scene = new Payments();
    }

    @Test
    void the_payments_that_wait_longest_come_first() {
        String second = scene.orders.byCard(START.plusSeconds(1)).orderId();
        String first = scene.orders.byCard(START).orderId();
        String later = scene.orders.byCard(START.plusSeconds(2)).orderId();
        scene.orders.byPoints(START);

        assertThat(scene.payments.due(START.plusSeconds(2), 9)).containsExactly(first, second);
        assertThat(scene.payments.due(START.plusSeconds(9), 9)).containsExactly(first, second, later);
        assertThat(scene.payments.due(START.plusSeconds(9), 1)).containsExactly(first);
        assertThat(scene.payments.due(START, 9)).isEmpty();
    }

    @Test
    void only_what_is_due_is_put_off() {
        Instant due = START.plusSeconds(1);
        String orderId = scene.orders.byCard(START).orderId();
        String other = scene.orders.byCard(START).orderId();

        scene.putOff(orderId, due.minusNanos(1_000), LATER);
        assertThat(scene.find(orderId).dueAt()).contains(due);
        scene.putOff(orderId, due, LATER);

        assertThat(scene.find(orderId).dueAt()).contains(LATER);
        assertThat(scene.find(other).dueAt()).contains(due);
        scene.putOff("nobody", due, LATER);
    }

    @Test
    void what_nothing_is_left_to_do_about_is_not_put_off() {
        String orderId = scene.requested();
        scene.settle(orderId, Payments.failed(AttemptOutcome.CARD_REFUSED), LATER);

        scene.putOff(orderId, LATER, LATER.plusSeconds(9));

        assertThat(scene.find(orderId).dueAt()).isEmpty();
    }
}
