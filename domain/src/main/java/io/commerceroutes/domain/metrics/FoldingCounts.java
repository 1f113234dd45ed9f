package io.commerceroutes.domain.metrics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds events up to one change per business day and product. */
public final class FoldingCounts {
    private static final Comparator<Slot> BY_DAY_AND_PRODUCT =
            Comparator.comparing(Slot::day).thenComparingLong(Slot::productId);

    private FoldingCounts() {}

    /**
     * Folds events into changes sorted by day and product: one order of locks for all who write them.
     *
     * @throws ArithmeticException when a sum leaves the range of a long
     */
    public static List<DayCount> fold(Collection<EventReading.Countable> events) {
        TreeMap<Slot, ProductCounts> sums = new TreeMap<>(BY_DAY_AND_PRODUCT);
        for (EventReading.Countable event : events) {
            for (ProductDelta delta : event.deltas()) {
                sums.merge(new Slot(event.businessDay(), delta.productId()), delta.counts(), ProductCounts::plus);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new DayCount(sum.getKey().day(), sum.getKey().productId(), sum.getValue()))
                .toList();
    }

    /** The business days that these events touch, oldest first. */
    public static SortedSet<LocalDate> daysOf(Collection<EventReading.Countable> events) {
        TreeSet<LocalDate> days = new TreeSet<>();
        events.forEach(event -> days.add(event.businessDay()));
        return days;
    }

    private record Slot(LocalDate day, long productId) {}
}
