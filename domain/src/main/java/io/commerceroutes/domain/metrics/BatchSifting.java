package io.commerceroutes.domain.metrics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the records of a batch that the store refuses: a refused part is halved until single records remain. Used by
 * one thread. The number of parts tried is bounded, so that it ends whatever the store answers.
 */
public final class BatchSifting<T> {
    private final Deque<List<T>> parts = new ArrayDeque<>();
    private final List<T> refused = new ArrayList<>();
    private final int partsMax;
    private int partsTaken;
    private int dropped;
    private List<T> current = List.of();

    public BatchSifting(List<T> batch) {
        push(batch);
        // Halving n records down to single ones takes 2n - 1 parts; each may be repeated once without duplicates.
        partsMax = 4 * batch.size() + 1;
    }

    public boolean hasPart() {
        return !parts.isEmpty();
    }

    /**
     * The next part to try.
     *
     * @throws IllegalStateException when more parts were taken than any honest store could need
     */
    public List<T> takePart() {
        if (++partsTaken > partsMax) {
            throw new IllegalStateException("Gave up after %d parts of one batch".formatted(partsMax));
        }
        current = parts.pop();
        return current;
    }

    /** The part just taken is to be repeated without these records. */
    public void repeatWithout(Predicate<T> unwanted) {
        List<T> rest = current.stream().filter(unwanted.negate()).toList();
        dropped += current.size() - rest.size();
        push(rest);
    }

    /** The store refuses the part just taken: its halves are tried, a single record is given up. */
    public void refuse() {
        if (current.size() == 1) {
            refused.addAll(current);
            return;
        }
        int middle = current.size() / 2;
        push(current.subList(middle, current.size()));
        push(current.subList(0, middle));
    }

    public List<T> part() {
        return Collections.unmodifiableList(current);
    }

    /** The records that the store refused by themselves. */
    public List<T> refused() {
        return Collections.unmodifiableList(refused);
    }

    /** How many records were left out by {@link #repeatWithout}. */
    public int dropped() {
        return dropped;
    }

    private void push(List<T> part) {
        if (!part.isEmpty()) {
            parts.push(List.copyOf(part));
        }
    }
}
