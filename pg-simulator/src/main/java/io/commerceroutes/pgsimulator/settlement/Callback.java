package io.commerceroutes.pgsimulator.settlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.commerceroutes.pgsimulator.transaction.CardNumber;
import io.commerceroutes.pgsimulator.transaction.CardType;
import io.commerceroutes.pgsimulator.transaction.NewTransaction;
import io.commerceroutes.pgsimulator.transaction.Outcome;
import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.TransactionStatus;

/**
 * What a merchant is told of a settled transaction, and where.
 *
 * @param amount in won
 * @param forged whether somebody else sends it, who has no secret to sign it with
 */
public record Callback(
        @JsonIgnore String url,
        String transactionKey,
        String orderId,
        CardType cardType,
        CardNumber cardNo,
        long amount,
        TransactionStatus status,
        String reason,
        @JsonIgnore boolean forged) {
    static Callback of(Transaction transaction) {
        NewTransaction request = transaction.request();
        return new Callback(
                request.callbackUrl(),
                transaction.transactionKey(),
                request.orderId(),
                request.cardType(),
                request.cardNo(),
                transaction.amount(),
                transaction.status(),
                transaction.reason(),
                false);
    }

    /** The same, of another amount than was captured. */
    Callback misstated() {
        long misstated = amount + Transaction.DIFFERENCE_WON;
        return new Callback(url, transactionKey, orderId, cardType, cardNo, misstated, status, reason, forged);
    }

    /** What somebody else would have the merchant believe: the contrary, or a payment by a transaction that is not there. */
    Callback forged(boolean ofAnotherKey) {
        boolean failed = ofAnotherKey || status == TransactionStatus.FAILED;
        Outcome told = failed ? Outcome.SUCCESS : Outcome.LIMIT_EXCEEDED;
        String key = ofAnotherKey ? transactionKey + "f" : transactionKey;
        return new Callback(url, key, orderId, cardType, cardNo, amount, told.status(), told.reason(), true);
    }
}
