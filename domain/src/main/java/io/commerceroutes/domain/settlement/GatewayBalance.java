package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the gateway says it keeps of an order's money, against what it should keep by our books.
 *
 * @param captured what it says it took
 * @param refunded what it says it gave back
 * @param listed what it should have given back and cannot: a refund that failed and waits for a person
 * @param returnedByHand what a person gave back by another way, of which the gateway knows nothing
 * @param payable what the order costs, if it is PAID; nothing if it is not
 */
public record GatewayBalance(
        String orderId, Money captured, Money refunded, Money listed, Money returnedByHand, Money payable) {
    /**
     * Compares an order by the gateway's word. A gateway that has nothing of the order took nothing; one that tells of
     * no refund made none. Money that only the gateway knows of is adopted by the watch, as long as there is one; from
     * then on it counts: nobody accounts for it.
     *
     * @param before the payment when the gateway was asked
     * @param after the payment when it had answered
     * @return empty if nothing can be said: the payment is not settled or has changed meanwhile, a watch is to adopt what
     *     only the gateway knows of, or the gateway does not tell how much it took
     */
    public static Optional<GatewayBalance> of(
            CardPayment before, CardPayment after, List<Report> told, Money returnedByHand) {
        boolean changed =
                !before.order().equals(after.order()) || !before.transactions().equals(after.transactions());
        boolean untold = told.stream()
                .anyMatch(report -> isCaptured(report) && report.amount().isEmpty());
        if (changed || untold || !after.isSettled() || hasToAdopt(after, told)) {
            return Optional.empty();
        }
        boolean isPaid = after.order().status() == OrderStatus.PAID;
        return Optional.of(new GatewayBalance(
                after.order().orderId(),
                sum(told.stream().filter(GatewayBalance::isCaptured), Report::amount),
                sum(told.stream().filter(GatewayBalance::isCaptured), Report::refunded),
                sum(
                        after.transactions().stream().filter(transaction -> transaction.refund() == RefundState.FAILED),
                        CardTransaction::amount),
                returnedByHand,
                isPaid ? after.order().amounts().payable() : Money.ZERO));
    }

    /** Whether the gateway keeps exactly what it should. */
    public boolean holds() {
        return captured.equals(refunded.plus(listed).plus(returnedByHand).plus(payable));
    }

    /** The figures in one line. */
    public String told() {
        return "captured %d, refunded %d, listed %d, returned by hand %d, payable %d"
                .formatted(captured.won(), refunded.won(), listed.won(), returnedByHand.won(), payable.won());
    }

    private static boolean hasToAdopt(CardPayment payment, List<Report> told) {
        return payment.dueAt().isPresent()
                && told.stream()
                        .filter(GatewayBalance::isCaptured)
                        .anyMatch(report -> payment.transactions().stream()
                                .noneMatch(known -> known.key().equals(report.transactionKey())));
    }

    private static boolean isCaptured(Report report) {
        return report.status() == Status.SUCCESS;
    }

    private static <T> Money sum(Stream<T> things, Function<T, Optional<Money>> amount) {
        return things.flatMap(thing -> amount.apply(thing).stream()).reduce(Money.ZERO, Money::plus);
    }
}
