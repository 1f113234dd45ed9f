package io.commerceroutes.pgsimulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.commerceroutes.pgsimulator.http.GatewayProblem;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scenario that holds now, and its dice; who waits by it hears of the next. */
public class CurrentScenario {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentScenario.class);

    private final ScenarioReader reader;
    private final ScenarioFile file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition replaced = lock.newCondition();
    private volatile Play play;
    private volatile Consumer<Scenario> listener = scenario -> {};

    /** A scenario being played: each time it is asked for, its dice start anew. */
    public record Play(Scenario scenario, Dice dice) {
        static Play of(Scenario scenario) {
            return new Play(scenario, new Dice(scenario));
        }
    }

    public CurrentScenario(ScenarioReader reader, ScenarioFile file) {
        this.reader = reader;
        this.file = file;
        this.play = Play.of(file.read().map(this::readKept).orElseGet(reader::standard));
    }

    private Scenario readKept(JsonNode kept) {
        try {
            return reader.read(kept);
        } catch (GatewayProblem ofAnotherVersion) {
            LOG.warn("The scenario is the default, the kept one does not hold: {}", ofAnotherVersion.getMessage());
            return reader.standard();
        }
    }

    public Play play() {
        return play;
    }

    public Scenario scenario() {
        return play.scenario();
    }

    public Dice dice() {
        return play.dice();
    }

    /** Whom to tell of the next scenarios; there is one. */
    public void whenReplaced(Consumer<Scenario> newListener) {
        listener = newListener;
    }

    /**
     * Replaces the scenario, and keeps it for the next start.
     *
     * @param request a subset of its fields
     */
    public Scenario replace(JsonNode request) {
        lock.lock();
        try {
            Play next = Play.of(reader.read(request));
            file.write(request);
            play = next;
            replaced.signalAll();
            listener.accept(next.scenario());
            return next.scenario();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until {@code seen} is replaced, but no longer than {@code millis}; answers whether it is. */
    public boolean awaitReplacement(Play seen, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long leftNanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (play == seen && leftNanos > 0) {
                leftNanos = replaced.awaitNanos(leftNanos);
            }
            return play != seen;
        } finally {
            lock.unlock();
        }
    }
}
