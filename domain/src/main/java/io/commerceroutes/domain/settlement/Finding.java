package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was learned of a payment, whoever brought it. */
public sealed interface Finding {
    /** Keys of the transactions that it names. */
    default Set<String> transactionKeys() {
        return switch (this) {
            case Accepted accepted -> Set.of(accepted.transactionKey());
            case LookedUp lookedUp ->
                lookedUp.reports().stream().map(Report::transactionKey).collect(Collectors.toSet());
            case AttemptFailed failed -> Set.of();
            case NoAnswer none -> Set.of();
            case Nothing nothing -> Set.of();
        };
    }

    /** The gateway took the attempt. */
    record Accepted(int attemptNo, String transactionKey) implements Finding {}

    /** The attempt ended without a transaction that we were told of. */
    record AttemptFailed(int attemptNo, AttemptOutcome outcome) implements Finding {}

    /**
     * The gateway was asked for all it has of the order.
     *
     * @param provenUpTo number of the last attempt of which this look-up would have found a transaction, if there were
     *     one: see {@link CardPayment#provableUpTo}, read before the look-up went out
     * @param calls how many of the gateway's had been received then; it cannot have read what later ones are about
     * @param reports empty if the gateway has nothing
     */
    record LookedUp(int provenUpTo, long calls, List<Report> reports) implements Finding {}

    /** The gateway was asked and did not answer. */
    record NoAnswer() implements Finding {}

    /** Nothing but that time has passed, or that the order was canceled. */
    record Nothing() implements Finding {}

    /**
     * The gateway's word on one transaction.
     *
     * @param amount empty if it was not told
     * @param refunded empty if no refund was told of
     */
    record Report(
            String transactionKey,
            CardTransaction.Status status,
            Optional<Money> amount,
            Optional<String> reason,
            Optional<Money> refunded) {
        /** Without a word on a refund. */
        public Report(
                String transactionKey, CardTransaction.Status status, Optional<Money> amount, Optional<String> reason) {
            this(transactionKey, status, amount, reason, Optional.empty());
        }
    }
}
