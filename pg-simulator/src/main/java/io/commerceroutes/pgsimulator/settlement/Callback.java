package io.commerceroutes.pgsimulator.settlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.commerceroutes.pgsimulator.transaction.CardNumber;
import io.commerceroutes.pgsimulator.transaction.CardType;
import io.commerceroutes.pgsimulator.transaction.NewTransaction;
import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.TransactionStatus;

/**
 * What a merchant is told of a settled transaction, and where.
 *
 * @param amount in won
 */
public record Callback(
        @JsonIgnore String url,
        String transactionKey,
        String orderId,
        CardType cardType,
        CardNumber cardNo,
        long amount,
        TransactionStatus status,
        String reason) {

    static Callback of(Transaction transaction) {
        NewTransaction request = transaction.request();
        return new Callback(
                request.callbackUrl(),
                transaction.transactionKey(),
                request.orderId(),
                request.cardType(),
                request.cardNo(),
                request.amount(),
                transaction.status(),
                transaction.reason());
    }
}
