package io.commerceroutes.pgsimulator.settlement;

import io.commerceroutes.pgsimulator.scenario.CurrentScenario;
import io.commerceroutes.pgsimulator.scenario.CurrentScenario.Play;
import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What happens to a transaction from a worker's taking it up to the callbacks that tell of it. */
public class SettlingTransactions {
    private static final long OUTAGE_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final CurrentScenario scenario;
    private final Transactions transactions;

    public SettlingTransactions(CurrentScenario scenario, Transactions transactions) {
        this.scenario = scenario;
        this.transactions = transactions;
    }

    /** Takes the time that a settlement takes; begins again with the next scenario, and after an outage. */
    void takeTime() throws InterruptedException {
        boolean waited = false;
        while (!waited) {
            Play play = scenario.play();
            boolean outage = play.scenario().outage();
            long millis = outage ? OUTAGE_MILLIS : play.dice().settleDelayMillis();
            waited = !scenario.awaitReplacement(play, millis) && !outage;
        }
    }

    /** Empty when it was settled before. */
    Optional<Transaction> settle(String transactionKey) {
        return transactions.settle(transactionKey, scenario.dice().outcome());
    }

    /** The one callback of a settled transaction; none when it is to be lost. */
    List<Callback> callbacks(Transaction transaction) {
        return scenario.dice().losesCallback() ? List.of() : List.of(Callback.of(transaction));
    }
}
