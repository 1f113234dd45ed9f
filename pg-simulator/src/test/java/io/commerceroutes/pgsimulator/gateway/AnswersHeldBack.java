package io.commerceroutes.pgsimulator.gateway;

import io.commerceroutes.pgsimulator.payment.AcceptingPayments;
import io.commerceroutes.pgsimulator.payment.PaymentFields;
import io.commerceroutes.pgsimulator.scenario.CurrentScenario;
import io.commerceroutes.pgsimulator.transaction.Transactions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers that are to come too late begin to be late when a test says so, however long its other steps take. */
public class AnswersHeldBack extends AcceptingPayments {
    private static final int HELD_SECONDS_MAX = 60;

    private volatile CountDownLatch gate = new CountDownLatch(0);

    AnswersHeldBack(
            PaymentFields fields, CurrentScenario scenario, Transactions transactions, long timedOutAnswerMillis) {
        super(fields, scenario, transactions, timedOutAnswerMillis);
    }

    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void letGo() {
        gate.countDown();
    }

    @Override
    public long timeOutMillis() {
        long millis = super.timeOutMillis();
        if (millis > 0) {
            awaitGate();
        }
        return millis;
    }

    private void awaitGate() {
        try {
            if (!gate.await(HELD_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No test has let the answer go");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
