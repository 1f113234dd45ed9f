package io.commerceroutes.adapters.settlement;

import static io.commerceroutes.adapters.settlement.Payments.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.Calls;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.Finding;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CallbacksIT {
    private static final Instant LATER = START.plusSeconds(2);
    private static Payments scene;

    @BeforeAll
    static void migrate() {
        scene = new Payments();
    }

    private static boolean receive(String orderId, String key, Instant at) {
        return scene.schema
                .transaction()
                .execute(status -> scene.payments.callbackReceived(orderId, key, "SUCCESS", at));
    }

    @Test
    void a_callback_is_noted_and_its_payment_due_at_once() {
        String orderId = scene.requested();

        assertThat(receive(orderId, "tr-1", LATER)).isTrue();

        assertThat(scene.find(orderId).dueAt()).contains(LATER);
        assertThat(scene.history(orderId)).containsExactly("AttemptStarted", "CallbackReceived");
        assertThat(noted(orderId)).containsExactly("tr-1 SUCCESS");
    }

    @Test
    void a_card_number_in_place_of_a_key_is_not_noted_and_the_call_counts_all_the_same() {
        String orderId = scene.requested();

        assertThat(receive(orderId, "4929-8765-4321-0987", LATER)).isTrue();

        assertThat(scene.find(orderId).calls().received()).isOne();
        assertThat(noted(orderId)).containsExactly("**** SUCCESS");
    }

    private static List<String> noted(String orderId) {
        return scene.strings(
                "SELECT detail FROM payment_event WHERE order_id = ? AND type = 'CallbackReceived'", orderId);
    }

    @Test
    void what_is_due_already_is_not_put_off() {
        String orderId = scene.orders.byCard(START).orderId();

        receive(orderId, "tr-2", LATER);

        assertThat(scene.find(orderId).dueAt()).contains(START.plusSeconds(1));
    }

    @Test
    void only_a_look_up_that_went_out_after_a_call_follows_it_up() {
        String orderId = scene.requested();
        scene.settle(orderId, Payments.failed(AttemptOutcome.CARD_REFUSED), START.plusSeconds(1));
        receive(orderId, "tr-3", LATER);
        CardPayment beforeLookUp = scene.find(orderId);
        receive(orderId, "tr-4", LATER);

        scene.settle(orderId, nothingFoundSince(beforeLookUp), LATER);
        assertThat(scene.find(orderId).calls()).isEqualTo(new Calls(2, 1));
        assertThat(scene.find(orderId).dueAt()).contains(LATER);

        scene.settle(orderId, nothingFoundSince(scene.find(orderId)), LATER);
        assertThat(scene.find(orderId).calls()).isEqualTo(new Calls(2, 2));
        assertThat(scene.find(orderId).dueAt()).isEmpty();
    }

    private static Finding nothingFoundSince(CardPayment read) {
        return new Finding.LookedUp(1, read.calls().received(), List.of());
    }

    @Test
    void a_closed_payment_is_looked_at_again() {
        String orderId = scene.requested();
        scene.settle(orderId, Payments.failed(AttemptOutcome.CARD_REFUSED), START.plusSeconds(1));
        assertThat(scene.find(orderId).dueAt()).isEmpty();

        assertThat(receive(orderId, "tr-3", LATER)).isTrue();

        assertThat(scene.find(orderId).dueAt()).contains(LATER);
    }

    @Test
    void another_order_is_left_alone() {
        String byPoints = scene.orders.byPoints(START).orderId();

        assertThat(receive(byPoints, "tr-4", LATER)).isFalse();
        assertThat(receive("nobody", "tr-4", LATER)).isFalse();

        assertThat(scene.history(byPoints)).containsExactly("PaymentApproved");
        assertThat(scene.history("nobody")).isEmpty();
        assertThat(scene.strings("SELECT due_at FROM payment WHERE order_id = ?", byPoints))
                .containsExactly((String) null);
    }

    @Test
    void only_so_many_are_noted_however_many_come_at_once() throws Exception {
        String orderId = scene.requested();
        List<Callable<Boolean>> calls = Stream.<Callable<Boolean>>generate(
                        () -> () -> receive(orderId, "x".repeat(600), LATER))
                .limit(40)
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            assertThat(threads.invokeAll(calls)).allMatch(Future::resultNow);
        }

        assertThat(scene.history(orderId))
                .filteredOn("CallbackReceived"::equals)
                .hasSize(20);
        assertThat(scene.find(orderId).calls().received()).isEqualTo(40);
    }
}
