package io.commerceroutes.pgsimulator.ledger;

import io.commerceroutes.pgsimulator.http.Answer;
import io.commerceroutes.pgsimulator.http.GatewayProblem;
import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.Transactions;
import java.util.List;
import org.apache.camel.Exchange;

/** Captures and refunds per order, of all users. */
public class Ledger {
    private static final int MAX_ORDERS = 100_000;

    private final Transactions transactions;

    public Ledger(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param totalCount how many orders there are, shown or not */
    record Page(List<LedgerItem> items, int totalCount) {}

    /** Of one order, or of the orders that came last, the latest first. */
    void answer(Exchange exchange) {
        String orderId = exchange.getMessage().getHeader("orderId", String.class);
        int limit = limit(exchange.getMessage().getHeader("limit", String.class));
        Answer.with(exchange, 200, orderId == null ? latest(limit) : ofOrder(orderId));
    }

    private Page ofOrder(String orderId) {
        List<Transaction> ofOrder = transactions.ofOrder(orderId);
        List<LedgerItem> items = ofOrder.isEmpty() ? List.of() : List.of(LedgerItem.of(orderId, ofOrder));
        return new Page(items, items.size());
    }

    private Page latest(int limit) {
        List<LedgerItem> items = transactions.latestOrders(limit).entrySet().stream()
                .map(order -> LedgerItem.of(order.getKey(), order.getValue()))
                .toList();
        return new Page(items, transactions.countOrders());
    }

    private static int limit(String text) {
        if (text == null) {
            return MAX_ORDERS;
        }
        if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > MAX_ORDERS) {
            throw GatewayProblem.badRequest("limit must be a whole number from 1 to " + MAX_ORDERS);
        }
        return Integer.parseInt(text);
    }
}
