package io.commerceroutes.routes.collector;

import io.commerceroutes.routes.transaction.TransactionScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.TransactionSystemException;

/** Transactions of nothing: counts how they ended, and tells those who keep state when to give it back. */
public class RecordingTransactions implements TransactionScope {
    private final List<Runnable> onRollback = new ArrayList<>();
    private int commits;
    private int rollbacks;
    private int commitsToFail;
    private boolean answerLost;

    public int commits() {
        return commits;
    }

    public int rollbacks() {
        return rollbacks;
    }

    public void onRollback(Runnable giveBack) {
        onRollback.add(giveBack);
    }

    /** The next commits fail, and nothing of them stays. */
    public void failCommits(int count) {
        commitsToFail = count;
        answerLost = false;
    }

    /** The next commit succeeds, but its caller never hears of it. */
    public void loseAnswerOfCommit() {
        commitsToFail = 1;
        answerLost = true;
    }

    public void reset() {
        commitsToFail = 0;
        commits = 0;
        rollbacks = 0;
        onRollback.clear();
    }

    @Override
    public void run(BooleanSupplier work) {
        onRollback.clear();
        if (work.getAsBoolean()) {
            commit();
        } else {
            rollbacks++;
            onRollback.forEach(Runnable::run);
        }
    }

    private void commit() {
        if (commitsToFail-- > 0) {
            if (!answerLost) {
                onRollback.forEach(Runnable::run);
            }
            throw new TransactionSystemException("connection lost");
        }
        commits++;
    }
}
