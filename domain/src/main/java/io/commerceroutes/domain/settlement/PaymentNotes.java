package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.domain.settlement.PaymentNote.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells in a payment's history what changed about its attempts and transactions. */
final class PaymentNotes {
    private PaymentNotes() {}

    static List<PaymentNote> of(CardPayment before, CardPayment after, List<PaymentNote> contradictions) {
        List<PaymentNote> notes = new ArrayList<>();
        Map<Integer, Attempt> attempts =
                before.attempts().stream().collect(Collectors.toMap(Attempt::number, Function.identity()));
        after.attempts().forEach(attempt -> noteAttempt(notes, attempts.get(attempt.number()), attempt));
        Map<String, CardTransaction> transactions =
                before.transactions().stream().collect(Collectors.toMap(CardTransaction::key, Function.identity()));
        after.transactions()
                .forEach(transaction -> noteTransaction(notes, transactions.get(transaction.key()), transaction));
        notes.addAll(contradictions);
        return notes;
    }

    private static void noteAttempt(List<PaymentNote> notes, Attempt before, Attempt after) {
        if (before == null) {
            notes.add(new PaymentNote(Type.ATTEMPT_STARTED, "attempt " + after.number()));
        } else if (before.outcome() != after.outcome()) {
            notes.add(new PaymentNote(Type.ATTEMPT_ENDED, "attempt %d %s".formatted(after.number(), after.outcome())));
        }
    }

    private static void noteTransaction(List<PaymentNote> notes, CardTransaction before, CardTransaction after) {
        if (before == null) {
            notes.add(new PaymentNote(Type.TRANSACTION_FOUND, after.key()));
        }
        if ((before == null || before.isUndecided()) && !after.isUndecided()) {
            notes.add(new PaymentNote(Type.TRANSACTION_DECIDED, decision(after)));
        }
        if (after.refund() == RefundState.DUE && (before == null || before.refund() != RefundState.DUE)) {
            notes.add(new PaymentNote(Type.REFUND_DUE, after.key()));
        }
    }

    private static String decision(CardTransaction transaction) {
        return transaction.key() + " " + transaction.status()
                + transaction.amount().map(amount -> " " + amount.won()).orElse("")
                + transaction.reason().map(reason -> ": " + reason).orElse("");
    }
}
