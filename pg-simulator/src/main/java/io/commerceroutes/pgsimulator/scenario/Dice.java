package io.commerceroutes.pgsimulator.scenario;

import io.commerceroutes.pgsimulator.transaction.Outcome;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What chance decides. Each question has a generator of its own, all split from the scenario's seed: the n-th answer to
 * one question is the same whatever else was asked in between. Which caller gets it, their order decides.
 */
public class Dice {
    /** Another question goes to the end, so that those before it keep their answers. */
    private enum Question {
        REQUEST_DELAY,
        REQUEST_REFUSED,
        SETTLE_DELAY,
        OUTCOME,
        ACCEPTED_BUT_FAILED,
        ACCEPTED_BUT_TIMES_OUT,
        CALLBACK_LOST,
        CALLBACK_DOUBLED,
        CALLBACK_HELD_BACK,
        CALLBACK_FORGED,
        FORGED_KEY,
        AMOUNT_MISSTATED,
        AMOUNT_CAPTURED
    }

    private final Scenario scenario;
    private final Map<Question, SplittableRandom> generators = new EnumMap<>(Question.class);

    public Dice(Scenario scenario) {
        this.scenario = scenario;
        SplittableRandom root =
                scenario.seed() == null ? new SplittableRandom() : new SplittableRandom(scenario.seed());
        for (Question question : Question.values()) {
            generators.put(question, root.split());
        }
    }

    public long requestDelayMillis() {
        return millis(Question.REQUEST_DELAY, scenario.requestDelayMs());
    }

    public boolean refusesRequest() {
        return happens(Question.REQUEST_REFUSED, scenario.requestFailureRate());
    }

    public long settleDelayMillis() {
        return millis(Question.SETTLE_DELAY, scenario.settleDelayMs());
    }

    public boolean failsAfterAccepting() {
        return happens(Question.ACCEPTED_BUT_FAILED, scenario.acceptedButFailed());
    }

    public boolean timesOutAfterAccepting() {
        return happens(Question.ACCEPTED_BUT_TIMES_OUT, scenario.acceptedButTimesOut());
    }

    public boolean losesCallback() {
        return happens(Question.CALLBACK_LOST, scenario.callbackLossRate());
    }

    public boolean doublesCallback() {
        return happens(Question.CALLBACK_DOUBLED, scenario.callbackDuplicates());
    }

    /** None unless callbacks are to overtake one another. */
    public long callbackHeldBackMillis() {
        MillisRange longest = new MillisRange(0, scenario.settleDelayMs().max());
        return scenario.callbackReorder() ? millis(Question.CALLBACK_HELD_BACK, longest) : 0;
    }

    public boolean forgesCallback() {
        return happens(Question.CALLBACK_FORGED, scenario.forgedCallbackRate());
    }

    /** Half of the forged callbacks are of a transaction that is not there. */
    public boolean forgesKey() {
        return happens(Question.FORGED_KEY, 0.5);
    }

    public boolean misstatesAmount() {
        return happens(Question.AMOUNT_MISSTATED, scenario.amountMismatchRate());
    }

    public boolean capturesAnotherAmount() {
        return happens(Question.AMOUNT_CAPTURED, scenario.capturedAmountMismatchRate());
    }

    public Outcome outcome() {
        Map<Outcome, BigDecimal> weights = scenario.outcomes();
        double sum =
                weights.values().stream().mapToDouble(BigDecimal::doubleValue).sum();
        double left = fraction(Question.OUTCOME) * sum;
        Outcome heaviest = null;
        for (Outcome outcome : Outcome.values()) {
            double weight = weights.getOrDefault(outcome, BigDecimal.ZERO).doubleValue();
            if (left < weight) {
                return outcome;
            }
            left -= weight;
            heaviest = weight > 0 ? outcome : heaviest;
        }
        // Rounding alone can lead here.
        return heaviest;
    }

    private boolean happens(Question question, double rate) {
        return fraction(question) < rate;
    }

    private double fraction(Question question) {
        SplittableRandom generator = generators.get(question);
        synchronized (generator) {
            return generator.nextDouble();
        }
    }

    private long millis(Question question, MillisRange range) {
        return range.min() + (long) (fraction(question) * (range.max() - range.min() + 1));
    }
}
