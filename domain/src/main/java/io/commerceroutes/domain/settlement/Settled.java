package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.event.EventType;
import io.commerceroutes.domain.event.OrderEvent;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A payment before and after a decision on it; what differs is to be written.
 *
 * @param cancel why the order is to be canceled now, if it is
 * @param next what to do right after
 */
public record Settled(
        CardPayment before,
        CardPayment after,
        List<PaymentNote> notes,
        Optional<CancelReason> cancel,
        NextStep next,
        Instant at) {
    /** So many contradictions of one payment are noted, whatever else the gateway comes to say. */
    public static final int CONTRADICTIONS_MAX = 100;

    public Settled {
        notes = List.copyOf(notes);
    }

    public boolean isStatusNew() {
        return before.status() != after.status();
    }

    public boolean isPaidNow() {
        return before.order().status() != after.order().status()
                && after.order().status() == OrderStatus.PAID;
    }

    public boolean isCanceledNow() {
        return cancel.isPresent();
    }

    public boolean isToBeAskedNow() {
        return next == NextStep.ASK;
    }

    /** Whether the gateway contradicted what is recorded. */
    public boolean isContradicted() {
        return notes.stream().anyMatch(PaymentNote::isContradiction);
    }

    /**
     * The same without the contradictions that were noted before: look-ups repeat them, and who calls back causes look-ups.
     *
     * @param noted the contradictions in the payment's history
     */
    public Settled unlessNoted(List<PaymentNote> noted) {
        List<PaymentNote> all = new ArrayList<>(noted);
        List<PaymentNote> left = new ArrayList<>();
        for (PaymentNote note : notes) {
            boolean isKnown = all.size() >= CONTRADICTIONS_MAX || all.stream().anyMatch(note::repeats);
            if (!note.isContradiction()) {
                left.add(note);
            } else if (!isKnown) {
                all.add(note);
                left.add(note);
            }
        }
        return new Settled(before, after, left, cancel, next, at);
    }

    /** What the outside is told of it; of a cancel, compensate-order tells. */
    public List<OrderEvent> events() {
        return isStatusNew()
                ? types(after.status()).stream()
                        .map(type -> new OrderEvent(type, after.order(), at))
                        .toList()
                : List.of();
    }

    private static List<EventType> types(PaymentStatus status) {
        return switch (status) {
            case REQUESTED -> List.of(EventType.PAYMENT_REQUESTED);
            case APPROVED -> List.of(EventType.PAYMENT_APPROVED, EventType.ORDER_PAID);
            case DECLINED -> List.of(EventType.PAYMENT_DECLINED);
            case EXPIRED -> List.of(EventType.PAYMENT_EXPIRED);
            case REFUNDED -> List.of(EventType.PAYMENT_REFUNDED);
            case PENDING, UNKNOWN, REFUNDING, REFUND_FAILED -> List.of();
        };
    }
}
