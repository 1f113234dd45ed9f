package io.commerceroutes.pgsimulator.payment;

import io.commerceroutes.pgsimulator.http.Answer;
import io.commerceroutes.pgsimulator.http.GatewayProblem;
import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Exchange;
import org.springframework.web.util.UriUtils;

/** The steps of looking up a user's own transactions; those of others do not exist. */
public class LookingUp {
    private final Transactions transactions;

    public LookingUp(Transactions transactions) {
        this.transactions = transactions;
    }

    void find(Exchange exchange) {
        exchange.getMessage()
                .setBody(transactions
                        .find(transactionKey(exchange), FrontDoor.userId(exchange))
                        .orElseThrow(GatewayProblem::notFound));
    }

    /** A key has colons, which some clients encode; the path's parts come as they were sent. */
    private static String transactionKey(Exchange exchange) {
        return UriUtils.decode(exchange.getMessage().getHeader("transactionKey", String.class), StandardCharsets.UTF_8);
    }

    void answer(Exchange exchange) {
        Answer.success(exchange, TransactionView.of(exchange.getMessage().getBody(Transaction.class)));
    }

    void answerOfOrder(Exchange exchange) {
        String orderId = exchange.getMessage().getHeader("orderId", String.class);
        if (orderId == null || orderId.isBlank()) {
            throw GatewayProblem.badRequest("The parameter orderId is missing.");
        }
        List<Transaction> found = transactions.findOfOrder(orderId, FrontDoor.userId(exchange));
        if (found.isEmpty()) {
            throw GatewayProblem.notFound();
        }
        Answer.success(exchange, TransactionView.OfOrder.of(orderId, found));
    }
}
