package io.commerceroutes.routes.metrics;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/**
 * Takes nothing from an attempt but its failure. An exchange whose transaction failed is marked as handled for good,
 * and no error handler would repeat it; one that merely learns of the failure can be repeated.
 */
class TakingFailure implements AggregationStrategy {
    @Override
    public Exchange aggregate(Exchange exchange, Exchange attempt) {
        if (attempt.getException() != null) {
            exchange.setException(attempt.getException());
        }
        return exchange;
    }
}
