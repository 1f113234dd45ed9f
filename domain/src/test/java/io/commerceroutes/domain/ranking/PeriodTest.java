package io.commerceroutes.domain.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.metrics.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final BusinessCalendar SEOUL = new BusinessCalendar(ZoneId.of("Asia/Seoul"));

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 2026-12-28, 2027-01-03, 2026-W53",
        "2027-01-01, 2026-12-28, 2027-01-03, 2026-W53",
        "2027-01-04, 2027-01-04, 2027-01-10, 2027-W01",
        "2025-12-29, 2025-12-29, 2026-01-04, 2026-W01",
        "2026-11-22, 2026-11-16, 2026-11-22, 2026-W47"
    })
    void a_week_follows_iso_8601_also_around_new_year(LocalDate day, LocalDate from, LocalDate to, String label) {
        assertThat(Period.WEEKLY.windowOf(day)).isEqualTo(new PeriodWindow(Period.WEEKLY, from, to));
        assertThat(Period.WEEKLY.windowOf(day).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-10, 2027-02-01, 2027-02-28, 2027-02",
        "2028-02-10, 2028-02-01, 2028-02-29, 2028-02",
        "2026-04-30, 2026-04-01, 2026-04-30, 2026-04",
        "2026-12-31, 2026-12-01, 2026-12-31, 2026-12"
    })
    void a_month_is_a_calendar_month(LocalDate day, LocalDate from, LocalDate to, String label) {
        assertThat(Period.MONTHLY.windowOf(day)).isEqualTo(new PeriodWindow(Period.MONTHLY, from, to));
        assertThat(Period.MONTHLY.windowOf(day).label()).isEqualTo(label);
    }

    @Test
    void a_day_is_itself() {
        PeriodWindow day = Period.DAILY.windowOf(LocalDate.parse("2026-11-22"));

        assertThat(day.days()).containsExactly(LocalDate.parse("2026-11-22"));
        assertThat(day.label()).isEqualTo("2026-11-22");
    }

    @Test
    void the_clock_closes_the_window_before_the_current_one() {
        LocalDate monday = LocalDate.parse("2027-01-04");

        assertThat(Period.DAILY.lastEndedBefore(monday).from()).isEqualTo("2027-01-03");
        assertThat(Period.WEEKLY.lastEndedBefore(monday).label()).isEqualTo("2026-W53");
        assertThat(Period.MONTHLY.lastEndedBefore(monday).label()).isEqualTo("2026-12");
    }

    @Test
    void a_window_has_ended_when_its_last_day_and_the_grace_are_over() {
        PeriodWindow day = Period.DAILY.windowOf(LocalDate.parse("2026-11-22"));
        Duration grace = Duration.ofMinutes(5);

        assertThat(day.endedBy(Instant.parse("2026-11-22T15:04:59Z"), SEOUL, grace))
                .isFalse();
        assertThat(day.endedBy(Instant.parse("2026-11-22T15:05:00Z"), SEOUL, grace))
                .isTrue();
    }

    @Property
    void every_day_lies_in_its_window_and_windows_do_not_overlap(@ForAll("days") LocalDate day, @ForAll Period period) {
        PeriodWindow window = period.windowOf(day);

        assertThat(window.days()).contains(day).first().isEqualTo(window.from());
        assertThat(window.days()).last().isEqualTo(window.to());
        assertThat(window.days())
                .allSatisfy(other -> assertThat(period.windowOf(other)).isEqualTo(window));
        assertThat(period.lastEndedBefore(day).to()).isEqualTo(window.from().minusDays(1));
    }

    @Property
    void a_week_runs_from_monday_and_bears_the_week_based_year(@ForAll("days") LocalDate day) {
        PeriodWindow week = Period.WEEKLY.windowOf(day);

        assertThat(week.from().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(week.days()).hasSize(7);
        assertThat(week.label())
                .isEqualTo("%04d-W%02d"
                        .formatted(
                                day.get(WeekFields.ISO.weekBasedYear()),
                                day.get(WeekFields.ISO.weekOfWeekBasedYear())));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.parse("2000-01-01").toEpochDay(),
                        LocalDate.parse("2099-12-31").toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
