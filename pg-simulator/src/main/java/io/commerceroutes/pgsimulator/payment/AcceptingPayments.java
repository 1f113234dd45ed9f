package io.commerceroutes.pgsimulator.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.pgsimulator.http.Answer;
import io.commerceroutes.pgsimulator.http.GatewayProblem;
import io.commerceroutes.pgsimulator.scenario.CurrentScenario;
import io.commerceroutes.pgsimulator.transaction.NewTransaction;
import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.TransactionStatus;
import io.commerceroutes.pgsimulator.transaction.Transactions;
import org.apache.camel.Exchange;

/** The steps of accepting a payment. */
public class AcceptingPayments {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final PaymentFields fields;
    private final CurrentScenario scenario;
    private final Transactions transactions;
    private final long timedOutAnswerMillis;

    /** @param timedOutAnswerMillis how late an answer comes that is to come too late */
    public AcceptingPayments(
            PaymentFields fields, CurrentScenario scenario, Transactions transactions, long timedOutAnswerMillis) {
        this.fields = fields;
        this.scenario = scenario;
        this.transactions = transactions;
        this.timedOutAnswerMillis = timedOutAnswerMillis;
    }

    /** What was accepted, as the caller is told. */
    record Receipt(String transactionKey, TransactionStatus status) {}

    void checkFields(Exchange exchange) {
        JsonNode body = exchange.getMessage().getBody(JsonNode.class);
        String key = IdempotencyKey.of(exchange.getMessage().getHeader(IDEMPOTENCY_KEY, String.class));
        exchange.getMessage().setBody(fields.read(body, FrontDoor.userId(exchange), key));
    }

    public long requestDelayMillis() {
        return scenario.dice().requestDelayMillis();
    }

    boolean isRepeated(Exchange exchange) {
        return transactions.findRepeated(request(exchange)).isPresent();
    }

    void recall(Exchange exchange) {
        NewTransaction request = request(exchange);
        // What was there a step ago may have made room for another since.
        Transaction earlier = transactions.findRepeated(request).orElseThrow(GatewayProblem::notFound);
        requireSame(earlier, request);
        exchange.getMessage().setBody(earlier);
        exchange.getMessage().setHeader("Idempotent-Replayed", "true");
    }

    void refuseByDice(Exchange exchange) {
        if (scenario.dice().refusesRequest()) {
            throw failure();
        }
    }

    void accept(Exchange exchange) {
        NewTransaction request = request(exchange);
        Transaction transaction = transactions
                .accept(request)
                .orElseThrow(() -> new GatewayProblem(503, "The gateway holds as many open payments as it can."));
        requireSame(transaction, request);
        exchange.getMessage().setBody(transaction);
    }

    void failByDice(Exchange exchange) {
        if (scenario.dice().failsAfterAccepting()) {
            throw failure();
        }
    }

    public long timeOutMillis() {
        return scenario.dice().timesOutAfterAccepting() ? timedOutAnswerMillis : 0;
    }

    /** PENDING also when it comes again: an equal request gets an equal answer. */
    void answer(Exchange exchange) {
        Transaction transaction = exchange.getMessage().getBody(Transaction.class);
        Answer.success(exchange, new Receipt(transaction.transactionKey(), TransactionStatus.PENDING));
    }

    private static void requireSame(Transaction transaction, NewTransaction request) {
        if (!transaction.request().asksTheSameAs(request)) {
            throw new GatewayProblem(422, "The Idempotency-Key was used for another payment.");
        }
    }

    private static GatewayProblem failure() {
        return new GatewayProblem(500, "The gateway cannot take the payment now. Try again.");
    }

    private static NewTransaction request(Exchange exchange) {
        return exchange.getMessage().getBody(NewTransaction.class);
    }
}
