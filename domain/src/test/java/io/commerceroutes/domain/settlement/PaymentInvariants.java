package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What holds of a card payment after every step, whatever the gateway says, for tests. */
final class PaymentInvariants {
    private PaymentInvariants() {}

    static void hold(CardPayment before, CardPayment after, Instant now) {
        require(
                before.status() == after.status() || before.status().canBecome(after.status()),
                "the payment takes a transition that exists",
                before,
                after);
        require(
                !before.isCanceled()
                        || (after.isCanceled()
                                && before.order()
                                        .cancelReason()
                                        .equals(after.order().cancelReason())),
                "a canceled order stays canceled, for the same reason",
                before,
                after);
        require(
                after.order().status() != OrderStatus.PENDING_PAYMENT || after.isOpen(),
                "an order waits for its payment no longer than that is open",
                before,
                after);
        require(
                before.order().status() != OrderStatus.PAID || after.order().status() != OrderStatus.PENDING_PAYMENT,
                "what was paid is never waited for again",
                before,
                after);
        attempts(before, after);
        money(before, after);
        due(before, after, now);
    }

    /** @throws AssertionError if {@code what} does not hold */
    static void require(boolean holds, String what, Object before, Object after) {
        if (!holds) {
            throw new AssertionError("%s\nbefore: %s\nafter:  %s".formatted(what, before, after));
        }
    }

    private static void attempts(CardPayment before, CardPayment after) {
        List<Attempt> attempts = after.attempts();
        require(attempts.stream().filter(Attempt::isOpen).count() <= 1, "one attempt is open at most", before, after);
        for (int i = 0; i < attempts.size(); i++) {
            require(attempts.get(i).number() == i + 1, "attempts are numbered without gaps", before, after);
        }
        if (attempts.size() > before.attempts().size()) {
            require(before.leftNothing(), "nothing may be at the gateway when it is asked", before, after);
            require(before.isOpen() && !before.isCanceled(), "only an open payment is asked for", before, after);
        }
        if (after.status() == PaymentStatus.DECLINED && before.status() != PaymentStatus.DECLINED) {
            require(
                    !after.hasOpenAttempt() && !after.hasUnclearAttempt() && !after.hasUndecidedTransaction(),
                    "nothing of a declined payment can still be approved",
                    before,
                    after);
        }
    }

    private static void money(CardPayment before, CardPayment after) {
        List<CardTransaction> kept = after.captured();
        boolean paid = after.order().status() == OrderStatus.PAID;
        require(paid == (after.status() == PaymentStatus.APPROVED), "PAID means approved", before, after);
        require(kept.size() == (paid ? 1 : 0), "money is kept once for an order that stands", before, after);
        require(
                !paid
                        || kept.getFirst()
                                .amount()
                                .equals(Optional.of(after.order().amounts().payable())),
                "PAID means paid in full",
                before,
                after);
        require(
                before.order().status() != OrderStatus.PAID
                        || !paid
                        || kept.getFirst()
                                .key()
                                .equals(before.captured().getFirst().key()),
                "the transaction that pays goes on paying",
                before,
                after);
        require(
                after.transactions().stream()
                        .allMatch(
                                transaction -> transaction.refund() == RefundState.NONE || !transaction.isUndecided()),
                "only what was captured is refunded",
                before,
                after);
    }

    private static void due(CardPayment before, CardPayment after, Instant now) {
        Instant hard = CardPaymentStory.POLICY.deadlines().hard(after.order().createdAt());
        require(
                !after.isOpen() || after.dueAt().filter(at -> !at.isAfter(hard)).isPresent(),
                "an open payment is looked at before its hard deadline is over",
                before,
                after);
        require(
                CardPaymentStory.SETTLEMENT.next(after, now) != NextStep.ASK
                        || after.dueAt().filter(at -> !at.isAfter(now)).isPresent(),
                "what may be asked for is due",
                before,
                after);
        require(
                !after.calls().areOpen()
                        || after.dueAt().isPresent()
                        || !now.isBefore(after.order().createdAt().plus(CardPaymentStory.POLICY.watch())),
                "what the gateway called about is looked for",
                before,
                after);
    }
}
