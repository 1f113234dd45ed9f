package io.commerceroutes.routes.ranking;

import io.commerceroutes.domain.metrics.BusinessCalendar;
import io.commerceroutes.domain.ranking.AggregationLedger;
import io.commerceroutes.domain.ranking.Period;
import io.commerceroutes.domain.ranking.RunOrigin;
import java.time.Clock;
import java.time.LocalDate;

/** Writes runs into the ledger: for the clock, for what is due again, and for the days of a longer period. */
public class RequestingRuns {
    private final AggregationLedger ledger;
    private final BusinessCalendar calendar;
    private final Clock clock;

    public RequestingRuns(AggregationLedger ledger, BusinessCalendar calendar, Clock clock) {
        this.ledger = ledger;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Requests the last window of this length that has ended, and returns the run's id. */
    long lastEnded(Period period) {
        LocalDate today = calendar.dayOf(clock.instant());
        return ledger.request(period.lastEndedBefore(today), RunOrigin.SCHEDULE);
    }

    /** Requests a window that is due again, and returns the run's id. */
    long refresh(Period period, LocalDate day) {
        return ledger.request(period.windowOf(day), RunOrigin.REFRESH);
    }

    long day(LocalDate day) {
        return ledger.request(Period.DAILY.windowOf(day), RunOrigin.PERIOD);
    }
}
