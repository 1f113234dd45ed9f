package io.commerceroutes.routes.shop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the fakes were asked to do, in order, and the failures that they are to answer with. */
public class Journal {
    private final List<String> entries = new ArrayList<>();
    private final Map<String, Deque<RuntimeException>> failures = new HashMap<>();
    private final Map<String, RuntimeException> lastingFailures = new HashMap<>();
    private final Map<String, Runnable> incidents = new HashMap<>();

    /** Notes the step, lets happen what is to happen meanwhile, and fails if that is what it is to do. */
    public void enter(String step) {
        Optional<Runnable> incident = note(step);
        incident.ifPresent(Runnable::run);
        RuntimeException failure = failure(step);
        if (failure != null) {
            throw failure;
        }
    }

    /** Lets happen what is to happen meanwhile at a point that is no step. */
    void pass(String point) {
        Optional<Runnable> incident;
        synchronized (this) {
            incident = Optional.ofNullable(incidents.remove(point));
        }
        incident.ifPresent(Runnable::run);
    }

    private synchronized Optional<Runnable> note(String step) {
        entries.add(step);
        return Optional.ofNullable(incidents.remove(step));
    }

    private synchronized RuntimeException failure(String step) {
        RuntimeException once = failures.getOrDefault(step, new ArrayDeque<>()).poll();
        return once == null ? lastingFailures.get(step) : once;
    }

    /** Has {@code incident} happen when the step comes next, on its thread, before what it does is done. */
    public synchronized void meanwhile(String step, Runnable incident) {
        incidents.put(step, incident);
    }

    public synchronized void failNext(String step, RuntimeException... inOrder) {
        failures.computeIfAbsent(step, key -> new ArrayDeque<>()).addAll(List.of(inOrder));
    }

    public synchronized void failAlways(String step, RuntimeException failure) {
        lastingFailures.put(step, failure);
    }

    /** From here on everything works. */
    public synchronized void failNoMore() {
        failures.clear();
        lastingFailures.clear();
    }

    public synchronized List<String> entries() {
        return List.copyOf(entries);
    }

    public synchronized long count(String step) {
        return entries.stream().filter(step::equals).count();
    }

    synchronized void clear() {
        entries.clear();
        incidents.clear();
        failNoMore();
    }
}
