package io.commerceroutes.routes.payment;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.Attempt;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.domain.settlement.ListedPayment;
import java.time.Instant;
import java.util.List;

/** A payment as operators read it; amounts in won. */
public record PaymentJson(
        String orderId,
        long userId,
        PaymentMethod method,
        PaymentStatus status,
        long amount,
        String cardType,
        String cardLast4,
        Instant createdAt,
        Instant dueAt,
        List<AttemptJson> attempts,
        List<TransactionJson> transactions) {
    public record AttemptJson(int attemptNo, AttemptOutcome outcome, Instant startedAt, Instant endedAt) {
        static AttemptJson of(Attempt attempt) {
            return new AttemptJson(
                    attempt.number(),
                    attempt.outcome(),
                    attempt.startedAt(),
                    attempt.endedAt().orElse(null));
        }
    }

    /** The amount is missing until the gateway has told it. */
    public record TransactionJson(
            String transactionKey,
            CardTransaction.Status status,
            Long amount,
            String reason,
            CardTransaction.RefundState refundState) {
        static TransactionJson of(CardTransaction transaction) {
            return new TransactionJson(
                    transaction.key(),
                    transaction.status(),
                    transaction.amount().map(Money::won).orElse(null),
                    transaction.reason().orElse(null),
                    transaction.refund());
        }
    }

    static PaymentJson of(ListedPayment listed) {
        return new PaymentJson(
                listed.orderId(),
                listed.userId(),
                listed.payment().method(),
                listed.payment().status(),
                listed.amount().won(),
                listed.payment().cardType(),
                listed.payment().cardLast4(),
                listed.createdAt(),
                listed.dueAt().orElse(null),
                listed.attempts().stream().map(AttemptJson::of).toList(),
                listed.transactions().stream().map(TransactionJson::of).toList());
    }
}
