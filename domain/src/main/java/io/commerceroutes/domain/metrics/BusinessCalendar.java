package io.commerceroutes.domain.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Says which business day a moment belongs to, and when a business day begins. */
public record BusinessCalendar(ZoneId zone) {
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
