package io.commerceroutes.app.metering;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counters of one name, one for each value that its tag may have. All are there from the start, at 0, so that the first
 * count of each is seen as a rise.
 */
final class Counters<T> {
    private final String name;
    private final Map<T, Counter> byValue;

    private Counters(String name, Map<T, Counter> byValue) {
        this.name = name;
        this.byValue = byValue;
    }

    static <T> Counters<T> of(MeterRegistry meters, String name, String tag, List<T> values) {
        return new Counters<>(
                name,
                values.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), value -> meters.counter(name, tag, value.toString()))));
    }

    void count(T value) {
        count(value, 1);
    }

    /** @throws IllegalArgumentException if the tag has no such value */
    void count(T value, double times) {
        Counter counter = byValue.get(value);
        if (counter == null) {
            throw new IllegalArgumentException("%s has no %s".formatted(name, value));
        }
        counter.increment(times);
    }
}
