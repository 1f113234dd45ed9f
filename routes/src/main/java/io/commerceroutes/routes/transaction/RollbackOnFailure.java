package io.commerceroutes.routes.transaction;

import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.spi.UnitOfWork;

/**
 * What {@code transacted()} does here: runs the rest of its route in one transaction, which an exchange that fails
 * rolls back. Unlike Camel's own policy it has no error handler of its own, so the failure reaches the route that
 * called, unmarked, and that one can run the whole transaction again.
 */
public class RollbackOnFailure implements TransactedPolicy {
    private final TransactionScope transaction;

    public RollbackOnFailure(TransactionScope transaction) {
        this.transaction = transaction;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // Nothing to prepare.
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        return exchange -> {
            UnitOfWork unitOfWork = exchange.getUnitOfWork();
            // Keeps the exchange on this thread, which the transaction is bound to.
            unitOfWork.beginTransactedBy(transaction);
            try {
                transaction.run(() -> {
                    process(processor, exchange);
                    return !exchange.isFailed();
                });
            } catch (RuntimeException noTransaction) {
                if (exchange.getException() == null) {
                    exchange.setException(noTransaction);
                }
            } finally {
                unitOfWork.endTransactedBy(transaction);
            }
        };
    }

    private static void process(Processor processor, Exchange exchange) {
        try {
            processor.process(exchange);
        } catch (Exception failure) {
            exchange.setException(failure);
        }
    }
}
