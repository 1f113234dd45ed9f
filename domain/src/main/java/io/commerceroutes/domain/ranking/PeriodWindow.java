package io.commerceroutes.domain.ranking;

import io.commerceroutes.domain.metrics.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One day, week or month of business days, both ends included. */
public record PeriodWindow(Period period, LocalDate from, LocalDate to) {

    /** Its usual name: {@code 2026-11-22}, {@code 2026-W47} (week-based year) or {@code 2026-11}. */
    public String label() {
        return period.label(from);
    }

    public List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    /** Whether the window's last day is over, and the grace after it, too. */
    public boolean endedBy(Instant moment, BusinessCalendar calendar, Duration grace) {
        return !moment.isBefore(calendar.startOf(to.plusDays(1)).plus(grace));
    }
}
