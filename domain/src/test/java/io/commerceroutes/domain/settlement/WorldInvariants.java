package io.commerceroutes.domain.settlement;

import static io.commerceroutes.domain.settlement.PaymentInvariants.require;

import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.GatewayBooks.Entry;
import java.util.Optional;

/** What holds between a card payment and the gateway's own books after every step, for tests. */
final class WorldInvariants {
    private WorldInvariants() {}

    static void hold(PaymentWorld before, PaymentWorld after) {
        PaymentInvariants.hold(before.payment(), after.payment(), after.now());
        boolean asked =
                after.payment().attempts().size() > before.payment().attempts().size();
        require(
                !asked || after.late() || after.books().isEmpty(),
                "no money is asked for while the gateway has a transaction of the order",
                before,
                after);
        for (CardTransaction transaction : after.payment().transactions()) {
            require(after.books().has(transaction.key()), "only what the gateway has is known", before, after);
            require(isTrue(transaction, after.books()), "what is known is what the gateway has", before, after);
        }
        for (Entry entry : after.books().entries()) {
            Optional<CardTransaction> known = after.known(entry.key());
            require(
                    entry.refunded() == 0
                            || known.filter(WorldInvariants::goesBack).isPresent(),
                    "only what must go back is refunded",
                    before,
                    after);
            require(
                    isSettled(entry, known) || after.payment().dueAt().isPresent(),
                    "money that may be at the gateway is looked for",
                    before,
                    after);
        }
        require(
                after.requests().isEmpty() || after.payment().dueAt().isPresent(),
                "what is on its way to the gateway is looked for",
                before,
                after);
    }

    /** Nothing is left to do, and the customer has paid for an order that stands and nothing for one that does not. */
    static void holdAtTheEnd(PaymentWorld start, PaymentWorld end) {
        boolean paid = end.payment().order().status() == OrderStatus.PAID;
        require(
                !end.payment().isOpen() && (paid || end.payment().isCanceled()),
                "payment and order are decided",
                start,
                end);
        require(
                kept(end) == (paid ? CardPaymentStory.PAYABLE.won() : 0),
                "captured less refunded is the payable amount of PAID",
                start,
                end);
    }

    /** Whether no money, transaction or request is left of which nobody knows yet what becomes of it. */
    static boolean isAllKnown(PaymentWorld world) {
        return world.requests().isEmpty()
                && world.lookUp().isEmpty()
                && !world.payment().isOpen()
                && world.payment().transactions().stream()
                        .noneMatch(transaction -> transaction.refund() == RefundState.DUE)
                && world.books().entries().stream().allMatch(entry -> isSettled(entry, world.known(entry.key())));
    }

    /** Money that the gateway keeps and that nobody was told to give back by hand. */
    private static long kept(PaymentWorld world) {
        return world.books().won()
                - world.payment().transactions().stream()
                        .filter(transaction -> transaction.refund() == RefundState.FAILED)
                        .mapToLong(transaction ->
                                transaction.amount().orElseThrow().won())
                        .sum();
    }

    private static boolean isTrue(CardTransaction known, GatewayBooks books) {
        Entry entry = books.entry(known.key());
        boolean told = known.status() == Status.PENDING
                || (known.status() == entry.status()
                        && known.amount().orElseThrow().won() == entry.captured());
        return told && (known.refund() != RefundState.REFUNDED || !entry.isKept());
    }

    private static boolean goesBack(CardTransaction known) {
        return known.refund() == RefundState.DUE || known.refund() == RefundState.REFUNDED;
    }

    private static boolean isSettled(Entry entry, Optional<CardTransaction> known) {
        return entry.status() == Status.FAILED
                || known.filter(transaction -> !transaction.isUndecided()).isPresent();
    }
}
