package io.commerceroutes.pgsimulator.settlement;

import io.commerceroutes.pgsimulator.scenario.CurrentScenario;
import io.commerceroutes.pgsimulator.scenario.CurrentScenario.Play;
import io.commerceroutes.pgsimulator.scenario.Dice;
import io.commerceroutes.pgsimulator.transaction.Transaction;
import io.commerceroutes.pgsimulator.transaction.Transactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** What happens to a transaction from a worker's taking it up to the callbacks that tell of it. */
public class SettlingTransactions {
    private static final long OUTAGE_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final CurrentScenario scenario;
    private final Transactions transactions;

    public SettlingTransactions(CurrentScenario scenario, Transactions transactions) {
        this.scenario = scenario;
        this.transactions = transactions;
    }

    /** Takes the time that a settlement takes. */
    void takeTime() throws InterruptedException {
        await(Dice::settleDelayMillis);
    }

    /** Holds a callback back for as long as the dice say. */
    void holdBack() throws InterruptedException {
        try {
            await(Dice::callbackHeldBackMillis);
        } catch (InterruptedException stopping) {
            // The next callback of the same settlement must not wait either.
            Thread.currentThread().interrupt();
            throw stopping;
        }
    }

    /** Begins again with the next scenario, and after an outage. */
    private void await(ToLongFunction<Dice> delayMillis) throws InterruptedException {
        boolean waited = false;
        while (!waited) {
            Play play = scenario.play();
            boolean outage = play.scenario().outage();
            long millis = outage ? OUTAGE_MILLIS : delayMillis.applyAsLong(play.dice());
            waited = !scenario.awaitReplacement(play, millis) && !outage;
        }
    }

    /** Empty when it was settled before. */
    Optional<Transaction> settle(String transactionKey) {
        Dice dice = scenario.dice();
        return transactions.settle(transactionKey, dice.outcome(), dice.capturesAnotherAmount());
    }

    /** The one callback of a settled transaction, unless the scenario has it lost, doubled, wrong, or a forged one before it. */
    List<Callback> callbacks(Transaction transaction) {
        Dice dice = scenario.dice();
        Callback callback = Callback.of(transaction);
        List<Callback> callbacks = new ArrayList<>();
        if (dice.forgesCallback()) {
            callbacks.add(callback.forged(dice.forgesKey()));
        }
        if (!dice.losesCallback()) {
            Callback told = dice.misstatesAmount() ? callback.misstated() : callback;
            callbacks.addAll(Collections.nCopies(dice.doublesCallback() ? 2 : 1, told));
        }
        return callbacks;
    }
}
