package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding.Accepted;
import io.commerceroutes.domain.settlement.Finding.LookedUp;
import io.commerceroutes.domain.settlement.Finding.Report;
import io.commerceroutes.domain.settlement.PaymentNote.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes out of a finding what the gateway says of transactions that are known as another order's. Whose money they took
 * nobody can tell, so none is adopted; and as long as the gateway names one, it may have something of this order, so
 * nothing is proven absent and no money is asked for.
 */
final class Disowning {
    private Disowning() {}

    /** What is left of it: an acceptance under such a key is no clear answer, a look-up that finds one no proof. */
    static Finding of(Finding finding, Set<String> foreign) {
        if (reports(finding, foreign).findAny().isEmpty()) {
            return finding;
        }
        return switch (finding) {
            case Accepted accepted -> new Finding.AttemptFailed(accepted.attemptNo(), AttemptOutcome.UNCLEAR);
            case LookedUp lookedUp ->
                new LookedUp(
                        0,
                        lookedUp.calls(),
                        lookedUp.reports().stream()
                                .filter(report -> !foreign.contains(report.transactionKey()))
                                .toList());
            default -> finding;
        };
    }

    /** What the history is to tell of it. */
    static List<PaymentNote> notes(Finding finding, Set<String> foreign) {
        return reports(finding, foreign)
                .map(report -> PaymentNote.of(Type.TRANSACTION_DISOWNED, report))
                .toList();
    }

    private static Stream<Report> reports(Finding finding, Set<String> foreign) {
        Stream<Report> all = switch (finding) {
            case Accepted accepted ->
                Stream.of(new Report(accepted.transactionKey(), Status.PENDING, Optional.empty(), Optional.empty()));
            case LookedUp lookedUp -> lookedUp.reports().stream();
            default -> Stream.empty();
        };
        return all.filter(report -> foreign.contains(report.transactionKey()));
    }
}
