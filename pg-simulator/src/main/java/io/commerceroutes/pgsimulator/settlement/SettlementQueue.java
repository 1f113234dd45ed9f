package io.commerceroutes.pgsimulator.settlement;

import static io.commerceroutes.pgsimulator.settlement.SettleTransactionRoute.SETTLE_TRANSACTION;

import io.commerceroutes.pgsimulator.scenario.CurrentScenario;
import io.commerceroutes.pgsimulator.scenario.Scenario;
import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.Transactions;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Accepted transactions on their way to settlement, first come, first settled, as many at a time as the scenario says.
 * Bounded by the number of transactions that are kept. What waits when the gateway stops is taken up by its next start.
 */
public class SettlementQueue extends LifecycleStrategySupport {
    private static final int STOP_SECONDS = 5;

    private final Transactions transactions;
    private final CurrentScenario scenario;
    private final int capacity;
    private volatile ProducerTemplate producer;
    private volatile ThreadPoolExecutor workers;

    public SettlementQueue(Transactions transactions, CurrentScenario scenario, int capacity) {
        this.transactions = transactions;
        this.scenario = scenario;
        this.capacity = capacity;
    }

    @Override
    public void onContextStarted(CamelContext context) {
        producer = context.createProducerTemplate();
        int concurrency = scenario.scenario().settlementConcurrency();
        workers = new ThreadPoolExecutor(
                concurrency,
                concurrency,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(capacity),
                Thread.ofVirtual().name("settlement-", 0).factory(),
                // Refused while stopping only: the next start takes it up.
                new ThreadPoolExecutor.DiscardPolicy());
        scenario.whenReplaced(this::resize);
        transactions.pending().forEach(this::add);
    }

    /** Takes an accepted transaction; one that comes twice is settled once. */
    public void add(Transaction transaction) {
        ThreadPoolExecutor running = workers;
        if (running != null) {
            running.execute(() -> settle(transaction.transactionKey()));
        }
    }

    private void settle(String transactionKey) {
        producer.send(
                "direct:" + SETTLE_TRANSACTION,
                exchange -> exchange.getMessage().setBody(transactionKey));
    }

    private void resize(Scenario next) {
        ThreadPoolExecutor running = workers;
        if (running != null) {
            int concurrency = next.settlementConcurrency();
            running.setCorePoolSize(Math.min(concurrency, running.getMaximumPoolSize()));
            running.setMaximumPoolSize(concurrency);
            running.setCorePoolSize(concurrency);
        }
    }

    /** Before the routes stop, which would wait for settlements under way. */
    @Override
    public void onContextStopping(CamelContext context) {
        ThreadPoolExecutor running = workers;
        if (running == null) {
            return;
        }
        workers = null;
        running.shutdownNow();
        try {
            running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
