package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.settlement.Finding.Accepted;
import io.commerceroutes.domain.settlement.Finding.AttemptFailed;
import io.commerceroutes.domain.settlement.Finding.LookedUp;
import io.commerceroutes.domain.settlement.Finding.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Enters what was learned into attempts and transactions, without a word on what follows from it. */
final class Recording {
    private Recording() {}

    static CardPayment of(CardPayment payment, Finding finding, Instant now) {
        CardPayment current = payment.withAttempts(payment.attempts().stream()
                .map(attempt -> isAbout(finding, attempt) ? attempt : payment.lapsed(attempt, now))
                .toList());
        return switch (finding) {
            case Accepted accepted -> accepted(current, accepted, now);
            case AttemptFailed failed ->
                changeAttempt(
                        current,
                        failed.attemptNo(),
                        attempt -> attempt.isOpen() ? attempt.ended(failed.outcome(), now) : attempt);
            case LookedUp lookedUp -> lookedUp(current, lookedUp, now);
            case Finding.NoAnswer none -> current;
            case Finding.Nothing nothing -> current;
        };
    }

    /** What the history is to tell of reports that say another thing than the gateway said before. */
    static List<PaymentNote> contradictions(CardPayment payment, Finding finding) {
        return finding instanceof LookedUp lookedUp
                ? lookedUp.reports().stream()
                        .filter(report -> payment.transactions().stream()
                                .anyMatch(known -> known.key().equals(report.transactionKey())
                                        && known.contradicts(report.status(), report.amount())))
                        .map(report -> PaymentNote.of(PaymentNote.Type.ANSWER_CONTRADICTED, report))
                        .toList()
                : List.of();
    }

    private static boolean isAbout(Finding finding, Attempt attempt) {
        return switch (finding) {
            case Accepted accepted -> accepted.attemptNo() == attempt.number();
            case AttemptFailed failed -> failed.attemptNo() == attempt.number();
            default -> false;
        };
    }

    private static CardPayment accepted(CardPayment payment, Accepted accepted, Instant now) {
        CardPayment answered =
                changeAttempt(payment, accepted.attemptNo(), attempt -> attempt.ended(AttemptOutcome.ACCEPTED, now));
        boolean known = payment.transactions().stream()
                .anyMatch(transaction -> transaction.key().equals(accepted.transactionKey()));
        return known ? answered : add(answered, CardTransaction.pending(accepted.transactionKey()));
    }

    private static CardPayment lookedUp(CardPayment payment, LookedUp lookedUp, Instant now) {
        CardPayment told = payment;
        for (Report report : lookedUp.reports()) {
            told = told(told, report);
        }
        AttemptOutcome proven = told.transactions().isEmpty() ? AttemptOutcome.ABSENT : AttemptOutcome.ADOPTED;
        return told.withAttempts(told.attempts().stream()
                .map(attempt -> attempt.number() <= lookedUp.provenUpTo()
                                && attempt.outcome().isUnclear()
                        ? attempt.ended(proven, now)
                        : attempt)
                .toList());
    }

    private static CardPayment told(CardPayment payment, Report report) {
        List<CardTransaction> transactions = new ArrayList<>(payment.transactions());
        for (int i = 0; i < transactions.size(); i++) {
            CardTransaction known = transactions.get(i);
            if (known.key().equals(report.transactionKey())) {
                transactions.set(i, known.told(report.status(), report.amount(), report.reason()));
                return payment.withTransactions(transactions);
            }
        }
        return add(
                payment,
                CardTransaction.pending(report.transactionKey())
                        .told(report.status(), report.amount(), report.reason()));
    }

    private static CardPayment add(CardPayment payment, CardTransaction transaction) {
        List<CardTransaction> transactions = new ArrayList<>(payment.transactions());
        transactions.add(transaction);
        return payment.withTransactions(transactions);
    }

    private static CardPayment changeAttempt(CardPayment payment, int number, UnaryOperator<Attempt> change) {
        return payment.withAttempts(payment.attempts().stream()
                .map(attempt -> attempt.number() == number ? change.apply(attempt) : attempt)
                .toList());
    }
}
