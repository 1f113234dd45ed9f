package io.commerceroutes.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.commerceroutes.adapters.AnalyticsSchema;
import io.commerceroutes.domain.metrics.EventKey;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventHandledPartitionsIT {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private AnalyticsSchema schema;
    private EventHandledPartitions partitions;

    @BeforeEach
    void migrate() {
        schema = AnalyticsSchema.migrated();
        partitions = new EventHandledPartitions(schema.jdbc());
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
                .forEach(instance -> new EventHandledPartitions(schema.jdbc()).prepare(DAY, DAY.plusDays(1)));

        assertThat(names()).containsExactly("p20261122", "p20261123", "pmax");
    }

    @Test
    void a_range_without_end_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> partitions.prepare(DAY, DAY.plusYears(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> partitions.prepare(DAY, DAY.minusDays(1)));
    }

    private List<String> names() {
        return schema.jdbc().queryForList("""
                        SELECT partition_name FROM information_schema.partitions
                        WHERE table_schema = DATABASE() AND table_name = 'event_handled'
                        ORDER BY partition_ordinal_position
                        """, String.class);
    }
}
