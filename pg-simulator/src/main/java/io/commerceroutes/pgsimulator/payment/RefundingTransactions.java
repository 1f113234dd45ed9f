package io.commerceroutes.pgsimulator.payment;

import io.commerceroutes.pgsimulator.http.GatewayProblem;
import io.commerceroutes.pgsimulator.scenario.CurrentScenario;
import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.Transactions;
import org.apache.camel.Exchange;

/** The steps of a refund. */
public class RefundingTransactions {
    private final CurrentScenario scenario;
    private final Transactions transactions;

    public RefundingTransactions(CurrentScenario scenario, Transactions transactions) {
        this.scenario = scenario;
        this.transactions = transactions;
    }

    /** A gateway without a refund call refuses the method, whoever calls. */
    void requireRefunds(Exchange exchange) {
        if (!scenario.scenario().refunds()) {
            throw GatewayProblem.nothingAllowed("This gateway has no refunds.");
        }
    }

    void refund(Exchange exchange) {
        Transaction transaction = transactions.refund(exchange.getMessage().getBody(Transaction.class));
        switch (transaction.status()) {
            case PENDING -> throw new GatewayProblem(409, "The payment is PENDING: there is nothing to refund yet.");
            case FAILED -> throw new GatewayProblem(409, "The payment is FAILED: nothing was captured.");
            case SUCCESS -> exchange.getMessage().setBody(transaction);
        }
    }
}
