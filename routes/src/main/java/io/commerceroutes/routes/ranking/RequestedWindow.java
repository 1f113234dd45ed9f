package io.commerceroutes.routes.ranking;

import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.PeriodWindow;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.Problem.FieldError;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads periods and days that callers ask for. */
public class RequestedWindow {
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final String DAY_MESSAGE = "must be a day (yyyy-MM-dd) from %s to %s".formatted(FIRST_DAY, LAST_DAY);

    private final BusinessCalendar calendar;
    private final Clock clock;

    public RequestedWindow(BusinessCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The window of that length that the day lies in; both must be given. */
    public PeriodWindow of(String period, String date) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Period> length = period(period);
        if (length.isEmpty()) {
            errors.add(new FieldError("period", "must be DAILY, WEEKLY or MONTHLY"));
        }
        Optional<LocalDate> day = parse(date);
        if (day.isEmpty()) {
            errors.add(new FieldError("date", DAY_MESSAGE));
        }
        if (!errors.isEmpty()) {
            throw ApiProblem.invalid(errors);
        }
        return length.orElseThrow().windowOf(day.orElseThrow());
    }

    /** The day that the field gives, or the other one if it gives none. */
    public LocalDate day(String field, String date, LocalDate otherwise) {
        return date == null ? otherwise : parse(date).orElseThrow(() -> ApiProblem.invalid(field, DAY_MESSAGE));
    }

    public LocalDate today() {
        return calendar.dayOf(clock.instant());
    }

    private static Optional<Period> period(String text) {
        for (Period period : Period.values()) {
            if (period.name().equals(text)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> parse(String date) {
        try {
            return Optional.ofNullable(date)
                    .map(LocalDate::parse)
                    .filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
