package io.commerceroutes.domain.settlement;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.settlement.CardTransaction.Status;
import io.commerceroutes.domain.settlement.Finding.Report;
import java.util.Optional;

/** What the gateway says of a transaction, for tests. */
final class Answers {
    private Answers() {}

    static Report pending(String key) {
        return new Report(key, Status.PENDING, Optional.empty(), Optional.empty());
    }

    /** Of exactly what was to be paid. */
    static Report approved(String key) {
        return approved(key, CardPaymentStory.PAYABLE.won());
    }

    static Report approved(String key, long won) {
        return new Report(key, Status.SUCCESS, Optional.of(Money.of(won)), Optional.empty());
    }

    /** Without a word on the amount. */
    static Report approvedOfUnknownAmount(String key) {
        return new Report(key, Status.SUCCESS, Optional.empty(), Optional.empty());
    }

    static Report declined(String key) {
        return new Report(key, Status.FAILED, Optional.of(CardPaymentStory.PAYABLE), Optional.of("Limit exceeded"));
    }
}
