package io.commerceroutes.adapters.settlement;

import static io.commerceroutes.adapters.settlement.Payments.START;
import static io.commerceroutes.adapters.settlement.Payments.success;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding;
import io.commerceroutes.domain.settlement.ListedPayment;
import io.commerceroutes.domain.settlement.ListedPayments;
import io.commerceroutes.domain.settlement.PaymentNote;
import io.commerceroutes.domain.settlement.PaymentNote.Type;
import io.commerceroutes.domain.settlement.Refunding;
import io.commerceroutes.domain.settlement.Refunding.Resolution;
import io.commerceroutes.domain.settlement.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentHistoryIT {
    private static final Instant PAID = START.plusSeconds(2);
    private static final Instant CANCELED = START.plusSeconds(60);
    private Payments scene;
    private JdbcPaymentHistory history;

    @BeforeEach
    void migrate() {
        scene = new Payments();
        history = new JdbcPaymentHistory(scene.schema.jdbc());
    }

    @Test
    void a_contradiction_is_found_as_it_was_noted_and_noted_once() {
        String orderId = scene.accepted("tr-1");
        String other = scene.accepted("tr-2");
        scene.settle(orderId, new Finding.LookedUp(1, 0, List.of(declined("tr-1"))), PAID);
        scene.settle(orderId, new Finding.LookedUp(1, 0, List.of(success("tr-1"))), PAID);

        Finding.LookedUp found = new Finding.LookedUp(1, 0, List.of(success("tr-1"), success("tr-2")));
        scene.settleOnce(orderId, found, PAID);

        assertThat(scene.settleOnce(orderId, found, PAID).notes()).isEmpty();
        assertThat(scene.payments.contradictions(orderId))
                .containsExactly(
                        new PaymentNote(Type.ANSWER_CONTRADICTED, "tr-1 SUCCESS 2500"),
                        new PaymentNote(Type.TRANSACTION_DISOWNED, "tr-2 SUCCESS 2500"));
        assertThat(scene.payments.contradictions(other)).isEmpty();
    }

    private static Finding.Report declined(String transactionKey) {
        return new Finding.Report(transactionKey, Status.FAILED, Optional.empty(), Optional.empty());
    }

    @Test
    void a_timeline_tells_everything_in_the_order_in_which_it_happened() {
        String orderId = scene.accepted("tr-1");
        scene.settle(orderId, new Finding.LookedUp(1, 0, List.of(success("tr-1"))), PAID);
        cancelAndRefund(orderId);

        List<TimelineEntry> timeline = history.timeline(orderId);

        assertThat(timeline)
                .extracting(TimelineEntry::type)
                .containsExactly(
                        "OrderCreated",
                        "AttemptStarted",
                        "AttemptEnded",
                        "TransactionFound",
                        "PaymentRequested",
                        "TransactionDecided",
                        "PaymentApproved",
                        "OrderPaid",
                        "RefundMade",
                        "OrderCanceled",
                        "PaymentRefunded");
        assertThat(timeline).extracting(TimelineEntry::at).isSorted();
        assertThat(timeline)
                .contains(
                        new TimelineEntry(START, "OrderCreated", Optional.empty()),
                        new TimelineEntry(PAID, "TransactionDecided", Optional.of("tr-1 SUCCESS 2500")),
                        new TimelineEntry(CANCELED, "OrderCanceled", Optional.of("CUSTOMER")));
    }

    private void cancelAndRefund(String orderId) {
        scene.schema
                .jdbc()
                .update("UPDATE orders SET status = 'CANCELED', cancel_reason = 'CUSTOMER' WHERE id = ?", orderId);
        scene.schema
                .jdbc()
                .update(
                        "INSERT INTO payment_event (order_id, type, created_at)"
                                + " VALUES (?, 'PaymentRefunded', ?), (?, 'RefundMade', ?)",
                        orderId,
                        Utc.of(CANCELED),
                        orderId,
                        Utc.of(CANCELED));
        scene.schema
                .jdbc()
                .update(
                        "INSERT INTO order_event (order_id, type, event_id, created_at)"
                                + " VALUES (?, 'OrderCanceled', 'e', ?)",
                        orderId,
                        Utc.of(CANCELED));
    }

    @Test
    void why_a_person_closed_a_refund_stays_in_the_timeline() {
        String orderId = scene.paidTwice("again", PAID);
        scene.change(orderId, payment -> Refunding.impossible(payment, "again", "no refund call", PAID));
        String reason = "by bank transfer " + "x".repeat(183);
        scene.change(
                orderId,
                payment -> Refunding.resolve(payment, Resolution.REFUNDED, reason, CANCELED)
                        .orElseThrow());

        assertThat(history.timeline(orderId))
                .contains(
                        new TimelineEntry(PAID, "RefundImpossible", Optional.of("again: no refund call")),
                        new TimelineEntry(CANCELED, "ResolvedByHand", Optional.of("REFUNDED: " + reason)));
        assertThat(list(PaymentStatus.REFUND_FAILED).totalCount()).isZero();
    }

    @Test
    void an_order_that_is_not_there_has_no_timeline() {
        scene.accepted("tr-1");

        assertThat(history.timeline("nobody")).isEmpty();
    }

    @Test
    void payments_of_a_status_are_listed_with_all_that_is_known_of_them() {
        String requested = scene.accepted("tr-1");
        String byPoints = scene.orders.byPoints(START).orderId();
        scene.orders.byCard(START);

        ListedPayments open = list(PaymentStatus.REQUESTED);
        assertThat(open.totalCount()).isOne();
        assertThat(open.payments()).containsExactly(ListedPayment.of(scene.find(requested)));
        assertThat(open.payments().getFirst().attempts()).hasSize(1);
        assertThat(open.payments().getFirst().transactions()).hasSize(1);
        assertThat(list(PaymentStatus.APPROVED).payments()).singleElement().satisfies(paid -> {
            assertThat(paid.orderId()).isEqualTo(byPoints);
            assertThat(paid.payment().method()).isEqualTo(PaymentMethod.POINT);
        });
        assertThat(list(PaymentStatus.UNKNOWN)).isEqualTo(new ListedPayments(List.of(), 0));
    }

    @Test
    void pages_begin_with_the_newest() {
        List<String> newestFirst = Stream.generate(
                        () -> scene.orders.byCard(START).orderId())
                .limit(5)
                .sorted(Comparator.reverseOrder())
                .toList();

        assertThat(ids(history.payments(Optional.empty(), 0, 9))).isEqualTo(newestFirst);
        assertThat(ids(history.payments(Optional.of(PaymentStatus.PENDING), 0, 2)))
                .isEqualTo(newestFirst.subList(0, 2));
        ListedPayments last = history.payments(Optional.of(PaymentStatus.PENDING), 4, 2);
        assertThat(ids(last)).isEqualTo(newestFirst.subList(4, 5));
        assertThat(last.totalCount()).isEqualTo(5);
        assertThat(history.payments(Optional.empty(), 100_000_000, 2).totalCount())
                .isEqualTo(5);
    }

    @Test
    void whatever_needs_a_person_is_in_one_list() {
        String paidAndFailed = scene.paidTwice("again", PAID);
        scene.change(paidAndFailed, payment -> Refunding.impossible(payment, "again", "no refund call", PAID));
        String failed = scene.orders.byCard(START).orderId();
        scene.schema.jdbc().update("UPDATE payment SET status = 'REFUND_FAILED' WHERE order_id = ?", failed);
        scene.paidTwice("being-refunded", PAID);

        ListedPayments list = list(PaymentStatus.REFUND_FAILED);

        assertThat(ids(list)).containsExactlyInAnyOrder(paidAndFailed, failed);
        assertThat(list.totalCount()).isEqualTo(2);
        assertThat(ids(list(PaymentStatus.APPROVED))).contains(paidAndFailed).hasSize(2);
    }

    private ListedPayments list(PaymentStatus status) {
        return history.payments(Optional.of(status), 0, 20);
    }

    private static List<String> ids(ListedPayments list) {
        return list.payments().stream().map(ListedPayment::orderId).toList();
    }
}
