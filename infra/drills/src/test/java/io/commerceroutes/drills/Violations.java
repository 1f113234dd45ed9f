package io.commerceroutes.drills;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where a drill found a promise broken. */
final class Violations {
    private final Map<Promise, List<String>> byPromise = new EnumMap<>(Promise.class);

    void add(Promise promise, String violation) {
        byPromise.computeIfAbsent(promise, none -> new ArrayList<>()).add(violation);
    }

    void addAll(Promise promise, List<String> violations) {
        violations.forEach(violation -> add(promise, violation));
    }

    List<String> of(Promise promise) {
        return byPromise.getOrDefault(promise, List.of());
    }

    int number() {
        return byPromise.values().stream().mapToInt(List::size).sum();
    }
}
