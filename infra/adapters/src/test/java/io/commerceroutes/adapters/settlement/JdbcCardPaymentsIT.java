package io.commerceroutes.adapters.settlement;

import static io.commerceroutes.adapters.settlement.Payments.START;
import static io.commerceroutes.adapters.settlement.Payments.success;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.Attempt;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.Calls;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.domain.settlement.Settled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;

class JdbcCardPaymentsIT {
    private static final Instant LATER = START.plusSeconds(2);
    private static Payments scene;

    @BeforeAll
    static void migrate() {
        scene = new Payments();
    }

    @Test
    void a_card_payment_is_found_as_it_was_placed() {
        Order order = scene.orders.byCard(START, 700);

        CardPayment found = scene.find(order.orderId());

        assertThat(found)
                .isEqualTo(new CardPayment(
                        order,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        0,
                        Optional.of(START.plusSeconds(1)),
                        Calls.NONE));
        assertThat(found.order().payment().cardLast4()).isEqualTo("1451");
        assertThat(found.order().items()).hasSize(2);
    }

    @Test
    void there_is_no_card_payment_of_another_order() {
        assertThat(scene.payments.find("nobody")).isEmpty();
        assertThat(scene.payments.lock(scene.orders.byPoints(START).orderId())).isEmpty();
    }

    @Test
    void all_that_is_known_makes_the_round_trip() {
        String orderId = scene.requested();
        Settled settled = scene.changed(
                orderId,
                before -> new CardPayment(
                        before.order().become(PaymentStatus.UNKNOWN),
                        attempts(before.attempts().getFirst()),
                        transactions(),
                        Optional.of(LATER),
                        3,
                        Optional.of(LATER.plusSeconds(9)),
                        before.calls()),
                LATER);

        scene.write(settled);

        assertThat(scene.find(orderId)).isEqualTo(settled.after());
        assertThat(scene.payments.lock(orderId)).contains(settled.after());
    }

    private static List<Attempt> attempts(Attempt open) {
        Attempt ended = new Attempt(
                1, open.attemptId(), AttemptOutcome.UNCLEAR, open.startedAt(), Optional.of(LATER.plusNanos(1_000)));
        Stream<Attempt> others = Stream.of(AttemptOutcome.values())
                .map(outcome -> new Attempt(
                        outcome.ordinal() + 2,
                        UUID.randomUUID().toString(),
                        outcome,
                        START.plusSeconds(outcome.ordinal()),
                        Optional.of(LATER).filter(end -> outcome != AttemptOutcome.OPEN)));
        return Stream.concat(Stream.of(ended), others).toList();
    }

    private static List<CardTransaction> transactions() {
        return Stream.of(Status.values())
                .flatMap(status -> Stream.of(RefundState.values())
                        .map(refund -> new CardTransaction(
                                "round-trip-" + status + refund,
                                status,
                                Optional.of(Payments.PAYABLE).filter(amount -> status != Status.PENDING),
                                Optional.of("한도초과").filter(reason -> status == Status.FAILED),
                                refund)))
                .toList();
    }

    @Test
    void a_captured_transaction_pays_for_the_order_and_tells_it() {
        String orderId = scene.accepted("tr-paid");

        scene.settle(orderId, new Finding.LookedUp(1, 0, List.of(success("tr-paid"))), LATER);

        Order paid = scene.find(orderId).order();
        assertThat(paid.status()).isEqualTo(OrderStatus.PAID);
        assertThat(paid.paidAt()).contains(LATER);
        assertThat(paid.payment().status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(scene.history(orderId))
                .containsExactly(
                        "AttemptStarted",
                        "AttemptEnded",
                        "TransactionFound",
                        "PaymentRequested",
                        "TransactionDecided",
                        "PaymentApproved");
        assertThat(scene.strings("SELECT type FROM outbox WHERE message_key = ? ORDER BY id", orderId))
                .containsExactly("OrderCreated", "PaymentRequested", "PaymentApproved", "OrderPaid");
        assertThat(scene.strings("SELECT type FROM order_event WHERE order_id = ?", orderId))
                .containsExactlyInAnyOrder("OrderCreated", "OrderPaid");
    }

    @Test
    void transactions_keep_the_order_in_which_they_became_known() {
        String orderId = scene.requested();
        Finding.Report second = new Finding.Report("b", Status.PENDING, Optional.empty(), Optional.empty());
        Finding.Report first = new Finding.Report("a", Status.PENDING, Optional.empty(), Optional.empty());

        scene.settle(orderId, new Finding.LookedUp(1, 0, List.of(second, first)), LATER);
        scene.settle(orderId, new Finding.Accepted(1, "A"), LATER);

        assertThat(scene.find(orderId).transactions())
                .extracting(CardTransaction::key)
                .containsExactly("b", "a", "A");
    }

    @Test
    void a_transaction_of_another_order_is_known_as_such() {
        String orderId = scene.accepted("tr-own");
        scene.accepted("tr-other");

        assertThat(scene.payments.knownElsewhere(orderId, Set.of("tr-own", "tr-other", "TR-OTHER", "tr-new")))
                .containsExactly("tr-other");
        assertThat(scene.payments.knownElsewhere(orderId, Set.of())).isEmpty();
    }

    @Test
    void order_and_payment_are_locked_together() {
        String orderId = scene.requested();
        scene.schema.transaction().executeWithoutResult(status -> {
            scene.payments.lock(orderId);
            for (String row : List.of("orders WHERE id", "payment WHERE order_id")) {
                String query = "SELECT 1 FROM %s = ? FOR UPDATE NOWAIT".formatted(row);
                CompletableFuture<?> another = CompletableFuture.supplyAsync(() -> scene.strings(query, orderId));
                Assertions.assertThatExceptionOfType(CompletionException.class)
                        .isThrownBy(another::join)
                        .withCauseInstanceOf(PessimisticLockingFailureException.class);
            }
            assertThat(CompletableFuture.supplyAsync(() -> scene.find(orderId)).join())
                    .isNotNull();
        });
    }
}
