package io.commerceroutes.domain.recount;

import java.time.LocalDate;
import java.util.stream.Stream;

/** The business days of a recount, both ends included. */
public record RecountRange(LocalDate from, LocalDate to) {
    public static final int DAYS_MAX = 400;

    public RecountRange {
        if (!isAllowed(from, to)) {
            throw new IllegalArgumentException("No range of 1 to %d days: %s to %s".formatted(DAYS_MAX, from, to));
        }
    }

    public static boolean isAllowed(LocalDate from, LocalDate to) {
        return !from.isAfter(to) && from.isAfter(to.minusDays(DAYS_MAX));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }
}
