package io.commerceroutes.routes.collector;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Transactions of nothing: counts how they ended, and tells those who keep state when to give it back. */
public class RecordingTransactions extends AbstractPlatformTransactionManager {
    private final transient List<Runnable> onRollback = new ArrayList<>();
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
    protected Object doGetTransaction() {
        return new Object();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        onRollback.clear();
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (commitsToFail-- > 0) {
            if (!answerLost) {
                onRollback.forEach(Runnable::run);
            }
            throw new TransactionSystemException("connection lost");
        }
        commits++;
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        rollbacks++;
        onRollback.forEach(Runnable::run);
    }
}
