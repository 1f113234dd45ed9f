package io.commerceroutes.routes.shop;

import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.TransactedPolicy;

/** A transaction over what the shop keeps: an exchange that fails puts back what there was before it. */
class JournaledTransaction implements TransactedPolicy {
    private final String name;
    private final Shop shop;

    JournaledTransaction(String name, Shop shop) {
        this.name = name;
        this.shop = shop;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // Nothing to prepare.
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        return exchange -> {
            if (exchange.getUnitOfWork().isTransacted()) {
                // Joins the one that is under way.
                processor.process(exchange);
                return;
            }
            exchange.getUnitOfWork().beginTransactedBy(this);
            try {
                run(processor, exchange);
            } finally {
                exchange.getUnitOfWork().endTransactedBy(this);
            }
        };
    }

    private void run(Processor processor, Exchange exchange) {
        Shop.State before = shop.begin();
        try {
            shop.journal().enter("begin " + name);
            processor.process(exchange);
            if (!exchange.isFailed()) {
                shop.journal().enter("commit");
            }
        } catch (Exception failure) {
            exchange.setException(failure);
        }
        if (exchange.isFailed()) {
            shop.rollBack(before);
        }
        shop.end();
    }
}
