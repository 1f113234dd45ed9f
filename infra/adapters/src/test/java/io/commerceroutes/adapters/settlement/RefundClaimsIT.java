package io.commerceroutes.adapters.settlement;

import static io.commerceroutes.adapters.settlement.Payments.START;
import static io.commerceroutes.adapters.settlement.Payments.success;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.TestOrders;
import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.domain.settlement.RefundTask;
import io.commerceroutes.domain.settlement.Refunding;
import io.commerceroutes.domain.settlement.Refunding.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundClaimsIT {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Instant DUE = START.plusSeconds(5);
    private static final Instant END = DUE.plus(LEASE);
    private Payments scene;

    @BeforeEach
    void migrate() {
        scene = new Payments();
    }

    private List<RefundTask> claim(Instant now, int limit) {
        return scene.schema.transaction().execute(status -> scene.payments.claimRefunds(now, LEASE, limit));
    }

    private void postpone(RefundTask task, Instant at) {
        scene.schema.transaction().executeWithoutResult(status -> scene.payments.postponeRefund(task, at));
    }

    @Test
    void a_refund_is_claimed_until_its_lease_ends() {
        String orderId = scene.paidTwice("again", DUE);

        assertThat(claim(DUE.minusNanos(1_000), 9)).isEmpty();
        List<RefundTask> first = claim(DUE, 9);
        assertThat(first)
                .containsExactly(new RefundTask(orderId, TestOrders.CUSTOMER, "again", Payments.PAYABLE, 1, END));
        assertThat(claim(END.minusNanos(1_000), 9)).isEmpty();
        assertThat(scene.payments.isStillClaimed(first.getFirst())).isTrue();
        assertThat(scene.at(END).isStillClaimed(first.getFirst())).isFalse();

        List<RefundTask> second = claim(END, 9);
        assertThat(second).extracting(RefundTask::tries).containsExactly(2);
        assertThat(scene.payments.isStillClaimed(first.getFirst())).isFalse();
        assertThat(scene.payments.isStillClaimed(second.getFirst())).isTrue();
    }

    @Test
    void two_who_claim_at_once_get_different_refunds() {
        IntStream.range(0, 5).forEach(i -> scene.paidTwice("again" + i, DUE.plusSeconds(i)));
        Instant now = DUE.plusSeconds(9);

        scene.schema.transaction().executeWithoutResult(status -> {
            assertThat(scene.payments.claimRefunds(now, LEASE, 3))
                    .extracting(RefundTask::transactionKey)
                    .containsExactly("again0", "again1", "again2");
            assertThat(CompletableFuture.supplyAsync(() -> claim(now, 9)).join())
                    .extracting(RefundTask::transactionKey)
                    .containsExactly("again3", "again4");
        });
        assertThat(claim(now, 9)).isEmpty();
    }

    @Test
    void whose_payment_is_being_settled_can_be_claimed_all_the_same() {
        String orderId = scene.paidTwice("again", DUE);

        scene.schema.transaction().executeWithoutResult(status -> {
            scene.payments.lock(orderId);
            assertThat(CompletableFuture.supplyAsync(() -> claim(DUE, 9)).join())
                    .hasSize(1);
        });
    }

    @Test
    void only_who_holds_the_claim_may_postpone() {
        scene.paidTwice("again", DUE);
        RefundTask late = claim(DUE, 1).getFirst();
        RefundTask task = claim(END, 1).getFirst();

        postpone(late, END.plusSeconds(1));
        assertThat(scene.payments.isStillClaimed(task)).isTrue();
        postpone(task, END.plusSeconds(2));

        assertThat(scene.payments.isStillClaimed(task)).isFalse();
        assertThat(claim(END.plusSeconds(1), 9)).isEmpty();
        assertThat(claim(END.plusSeconds(2), 9)).extracting(RefundTask::tries).containsExactly(3);
    }

    @Test
    void what_was_no_try_is_given_back_by_who_holds_the_claim_alone() {
        scene.paidTwice("again", DUE);
        RefundTask late = claim(DUE, 1).getFirst();
        RefundTask task = claim(END, 1).getFirst();

        postpone(late.withoutThisTry(), END.plusSeconds(1));
        assertThat(scene.payments.isStillClaimed(task)).isTrue();
        postpone(task.withoutThisTry(), END.plusSeconds(2));

        assertThat(claim(END.plusSeconds(2), 9)).extracting(RefundTask::tries).containsExactly(2);
    }

    @Test
    void news_of_the_payment_leave_a_claim_as_it_is() {
        String orderId = scene.paidTwice("again", DUE);
        RefundTask task = claim(DUE, 1).getFirst();

        scene.settle(orderId, new Finding.LookedUp(1, 0, List.of(success("third"))), DUE.plusSeconds(1));

        assertThat(scene.payments.isStillClaimed(task)).isTrue();
        assertThat(claim(DUE.plusSeconds(1), 9))
                .extracting(RefundTask::transactionKey)
                .containsExactly("third");
    }

    @Test
    void a_refund_that_ended_is_not_due_until_a_person_wants_it_tried_again() {
        String orderId = scene.paidTwice("again", DUE);
        RefundTask task = claim(DUE, 1).getFirst();
        scene.change(orderId, payment -> Refunding.impossible(payment, "again", "no refund call", DUE));
        assertThat(scene.payments.isStillClaimed(task)).isFalse();
        assertThat(claim(END, 9)).isEmpty();

        scene.change(
                orderId,
                payment -> Refunding.resolve(payment, Resolution.RETRY, "asked them", END)
                        .orElseThrow());

        assertThat(claim(END, 9)).extracting(RefundTask::tries).containsExactly(1);
        scene.change(orderId, payment -> Refunding.made(payment, "again", END));
        assertThat(scene.strings(
                        "SELECT CONCAT(refund_state, COALESCE(refund_due_at, '')) FROM payment_transaction"
                                + " WHERE order_id = ? AND transaction_key = 'again'",
                        orderId))
                .containsExactly("REFUNDED");
    }
}
