package io.commerceroutes.routes.shop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the fakes were asked to do, in order, and the failures that they are to answer with. */
public class Journal {
    private final List<String> entries = new ArrayList<>();
    private final Map<String, Deque<RuntimeException>> failures = new HashMap<>();
    private final Map<String, RuntimeException> lastingFailures = new HashMap<>();

    /** Notes the step, and fails if that is what it is to do. */
    public synchronized void enter(String step) {
        entries.add(step);
        RuntimeException failure =
                failures.getOrDefault(step, new ArrayDeque<>()).poll();
        if (failure == null) {
            failure = lastingFailures.get(step);
        }
        if (failure != null) {
            throw failure;
        }
    }

    public synchronized void failNext(String step, RuntimeException... inOrder) {
        failures.computeIfAbsent(step, key -> new ArrayDeque<>()).addAll(List.of(inOrder));
    }

    public synchronized void failAlways(String step, RuntimeException failure) {
        lastingFailures.put(step, failure);
    }

    public synchronized List<String> entries() {
        return List.copyOf(entries);
    }

    public synchronized long count(String step) {
        return entries.stream().filter(step::equals).count();
    }

    synchronized void clear() {
        entries.clear();
        failures.clear();
        lastingFailures.clear();
    }
}
