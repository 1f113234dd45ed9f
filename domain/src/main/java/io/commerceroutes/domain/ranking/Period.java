package io.commerceroutes.domain.ranking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The lengths of time over which products are ranked; weeks are ISO 8601 weeks, months calendar months. */
public enum Period {
    DAILY {
        @Override
        public PeriodWindow windowOf(LocalDate day) {
            return new PeriodWindow(this, day, day);
        }

        @Override
        String label(LocalDate from) {
            return from.toString();
        }
    },
    WEEKLY {
        @Override
        public PeriodWindow windowOf(LocalDate day) {
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return new PeriodWindow(this, monday, monday.plusDays(6));
        }

        @Override
        String label(LocalDate from) {
            return String.format(
                    Locale.ROOT,
                    "%04d-W%02d",
                    from.get(IsoFields.WEEK_BASED_YEAR),
                    from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    },
    MONTHLY {
        @Override
        public PeriodWindow windowOf(LocalDate day) {
            LocalDate first = day.withDayOfMonth(1);
            return new PeriodWindow(this, first, day.with(TemporalAdjusters.lastDayOfMonth()));
        }

        @Override
        String label(LocalDate from) {
            return from.toString().substring(0, 7);
        }
    };

    /** The window of this length that the day lies in. */
    public abstract PeriodWindow windowOf(LocalDate day);

    /** The last window of this length that had ended when this day began. */
    public PeriodWindow lastEndedBefore(LocalDate day) {
        return windowOf(windowOf(day).from().minusDays(1));
    }

    abstract String label(LocalDate from);
}
