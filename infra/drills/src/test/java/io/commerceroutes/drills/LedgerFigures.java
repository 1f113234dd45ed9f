package io.commerceroutes.drills;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the gateway's ledger comes to.
 *
 * @param orders that it has a transaction for
 * @param twice orders with more than one transaction that took money
 * @param twiceKept of those, orders whose money of more than one transaction was not given back
 */
record LedgerFigures(
        long orders,
        long transactions,
        long successes,
        long refunds,
        long captured,
        long refunded,
        long twice,
        long twiceKept) {
    private static final LedgerFigures NONE = new LedgerFigures(0, 0, 0, 0, 0, 0, 0, 0);

    static LedgerFigures of(JsonNode ledger) {
        LedgerFigures sum = NONE;
        for (JsonNode order : ledger.path("items")) {
            sum = sum.plus(ofOrder(order));
        }
        return sum;
    }

    private static LedgerFigures ofOrder(JsonNode order) {
        long successes = 0;
        long refunds = 0;
        for (JsonNode transaction : order.path("transactions")) {
            successes += "SUCCESS".equals(transaction.path("status").asText()) ? 1 : 0;
            refunds += transaction.path("refundedAmount").asLong() > 0 ? 1 : 0;
        }
        return new LedgerFigures(
                1,
                order.path("transactions").size(),
                successes,
                refunds,
                order.path("captured").asLong(),
                order.path("refunded").asLong(),
                successes > 1 ? 1 : 0,
                successes - refunds > 1 ? 1 : 0);
    }

    private LedgerFigures plus(LedgerFigures more) {
        return new LedgerFigures(
                orders + more.orders,
                transactions + more.transactions,
                successes + more.successes,
                refunds + more.refunds,
                captured + more.captured,
                refunded + more.refunded,
                twice + more.twice,
                twiceKept + more.twiceKept);
    }
}
