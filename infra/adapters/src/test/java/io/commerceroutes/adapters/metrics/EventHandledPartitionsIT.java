package io.commerceroutes.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.commerceroutes.adapters.AnalyticsSchema;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventLimits;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventHandledPartitionsIT {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    /** An event may be counted for 40 days. */
    private static final EventLimits LIMITS =
            new EventLimits(Duration.ZERO, Duration.ofDays(10), Duration.ofDays(30), Duration.ZERO);

    private AnalyticsSchema schema;
    private EventHandledPartitions partitions;

    @BeforeEach
    void migrate() {
        schema = AnalyticsSchema.migrated();
        partitions = new EventHandledPartitions(schema.jdbc(), LIMITS);
    }

    @Test
    void each_day_gets_a_partition_once_however_often_it_is_asked_for() {
        partitions.prepare(DAY, DAY.plusDays(1));
        partitions.prepare(DAY, DAY.plusDays(1));
        partitions.prepare(DAY.plusDays(1), DAY.plusDays(2));

        assertThat(names()).containsExactly("p20261122", "p20261123", "p20261124", "pmax");
    }

    @Test
    void a_day_that_was_skipped_gets_its_partition_with_the_next_ones() {
        partitions.prepare(DAY, DAY);
        partitions.prepare(DAY.plusDays(3), DAY.plusDays(3));

        assertThat(names()).containsExactly("p20261122", "p20261123", "p20261124", "p20261125", "pmax");
    }

    @Test
    void events_move_into_the_partition_of_their_day() {
        HandledEventTable handled = new HandledEventTable(schema.jdbc());
        EventKey early = new EventKey(DAY.plusDays(1), UUID.randomUUID());
        handled.markAll(List.of(early));

        partitions.prepare(DAY, DAY.plusDays(2));

        assertThat(schema.jdbc().queryForObject("SELECT COUNT(*) FROM event_handled PARTITION (p20261123)", Long.class))
                .isOne();
        assertThat(handled.contains(early.toString())).isTrue();
    }

    @Test
    void instances_that_start_together_prepare_the_days_once() {
        IntStream.range(0, 4)
                .parallel()
                .forEach(instance -> new EventHandledPartitions(schema.jdbc(), LIMITS).prepare(DAY, DAY.plusDays(1)));

        assertThat(names()).containsExactly("p20261122", "p20261123", "pmax");
    }

    @Test
    void a_range_without_end_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> partitions.prepare(DAY, DAY.plusYears(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> partitions.prepare(DAY, DAY.minusDays(1)));
    }

    @Test
    void days_before_the_given_one_are_forgotten_with_their_events_and_no_others() {
        HandledEventTable handled = new HandledEventTable(schema.jdbc());
        LocalDate old = LocalDate.parse("2024-03-01");
        partitions.prepare(old, old.plusDays(3));
        EventKey forgotten = new EventKey(old.plusDays(1), UUID.randomUUID());
        EventKey remembered = new EventKey(old.plusDays(2), UUID.randomUUID());
        handled.markAll(List.of(forgotten, remembered));

        partitions.dropBefore(old.plusDays(2));
        partitions.dropBefore(old.plusDays(2));

        assertThat(names()).containsExactly("p20240303", "p20240304", "pmax");
        assertThat(handled.handledAmong(List.of(forgotten, remembered))).containsExactly(remembered);
    }

    @Test
    void a_day_that_may_still_count_stays_whatever_the_callers_clock_says() {
        LocalDate begun = today();
        partitions.prepare(begun.minusDays(60), begun.plusDays(7));

        partitions.dropBefore(begun.plusYears(1));

        // Midnight may have passed.
        List<String> kept = Stream.of(begun, today())
                .map(today -> "p" + today.minusDays(41).toString().replace("-", ""))
                .toList();
        assertThat(names().getFirst()).isIn(kept);
        assertThat(names())
                .hasSize(names().getFirst().equals(kept.getFirst()) ? 41 + 1 + 7 + 1 : 40 + 1 + 7 + 1)
                .endsWith("pmax");
    }

    @Test
    void instances_that_drop_together_drop_the_days_once() {
        LocalDate old = LocalDate.parse("2024-03-01");
        partitions.prepare(old, old.plusDays(9));

        IntStream.range(0, 4)
                .parallel()
                .forEach(instance -> new EventHandledPartitions(schema.jdbc(), LIMITS).dropBefore(old.plusDays(8)));

        assertThat(names()).containsExactly("p20240309", "p20240310", "pmax");
    }

    @Test
    void a_table_in_use_is_not_waited_for_and_counting_goes_on() {
        LocalDate old = LocalDate.parse("2024-03-01");
        partitions.prepare(old, old.plusDays(3));
        HandledEventTable handled = new HandledEventTable(schema.jdbc());
        schema.transaction().executeWithoutResult(reading -> {
            // A transaction that has read the table keeps others from changing its shape.
            EventKey key = new EventKey(old, UUID.randomUUID());
            handled.markAll(List.of(key));
            CompletableFuture<Void> dropping = CompletableFuture.runAsync(() -> partitions.dropBefore(old.plusDays(2)));

            // It gives up while the table is still in use; the database itself would have it wait for a day.
            assertThat(dropping)
                    .failsWithin(Duration.ofSeconds(60))
                    .withThrowableThat()
                    .havingRootCause()
                    .isInstanceOf(SQLException.class);
        });

        partitions.dropBefore(old.plusDays(2));
        assertThat(names()).containsExactly("p20240303", "p20240304", "pmax");
    }

    private LocalDate today() {
        return schema.jdbc().queryForObject("SELECT UTC_DATE()", LocalDate.class);
    }

    private List<String> names() {
        return schema.jdbc().queryForList("""
                        SELECT partition_name FROM information_schema.partitions
                        WHERE table_schema = DATABASE() AND table_name = 'event_handled'
                        ORDER BY partition_ordinal_position
                        """, String.class);
    }
}
