package io.commerceroutes.adapters.metrics;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commerceroutes.adapters.AnalyticsSchema;
import io.commerceroutes.domain.metrics.AlreadyHandledException;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

class HandledEventTableIT {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static AnalyticsSchema schema;
    private static HandledEventTable handled;

    @BeforeAll
    static void migrate() {
        schema = AnalyticsSchema.migrated();
        handled = new HandledEventTable(schema.jdbc());
        new EventHandledPartitions(schema.jdbc(), new EventLimits(ZERO, ZERO, ZERO, ZERO))
                .prepare(DAY.minusDays(2), DAY.plusDays(2));
    }

    @Test
    void a_batch_larger_than_one_statement_is_marked_and_found() {
        List<EventKey> keys = Stream.generate(() -> key(DAY)).limit(2_500).toList();

        handled.markAll(keys);

        assertThat(handled.handledAmong(keys)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void one_known_event_rolls_the_whole_batch_back_and_is_told_apart() {
        EventKey known = key(DAY);
        EventKey fresh = key(DAY.minusDays(1));
        handled.markAll(List.of(known));

        assertThatThrownBy(() ->
                        schema.transaction().executeWithoutResult(status -> handled.markAll(List.of(fresh, known))))
                .isInstanceOf(AlreadyHandledException.class);

        assertThat(handled.handledAmong(List.of(fresh, known))).isEqualTo(Set.of(known));
    }

    @Test
    void the_same_id_on_another_day_is_another_event() {
        UUID id = UUID.randomUUID();
        handled.markAll(List.of(new EventKey(DAY, id)));

        assertThat(handled.handledAmong(List.of(new EventKey(DAY.plusDays(1), id))))
                .isEmpty();
    }

    @Test
    void camels_repository_takes_a_key_once_and_shares_it_with_batches() {
        EventKey single = key(DAY);

        assertThat(handled.add(single.toString())).isTrue();
        assertThat(handled.add(single.toString())).isFalse();
        assertThat(handled.contains(single.toString())).isTrue();
        assertThat(handled.confirm(single.toString())).isTrue();
        assertThat(handled.handledAmong(List.of(single))).containsExactly(single);
        assertThat(handled.remove(single.toString())).isTrue();
        assertThat(handled.contains(single.toString())).isFalse();
    }

    @Test
    void a_mark_goes_when_its_transaction_does() {
        EventKey key = key(DAY);

        schema.transaction().executeWithoutResult(status -> {
            assertThat(handled.add(key.toString())).isTrue();
            status.setRollbackOnly();
        });

        assertThat(handled.contains(key.toString())).isFalse();
    }

    @Test
    void what_was_handled_is_not_forgotten_by_hand() {
        assertThatThrownBy(() -> handled.clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void events_outside_the_prepared_days_are_kept_too() {
        EventKey ancient = key(DAY.minusYears(1));
        EventKey future = key(DAY.plusYears(1));

        handled.markAll(List.of(ancient, future));

        assertThat(handled.handledAmong(List.of(ancient, future))).hasSize(2);
    }

    @Test
    void a_batch_is_looked_up_by_its_keys_and_not_by_a_scan() {
        List<EventKey> batch = Stream.generate(() -> key(DAY)).limit(200).toList();
        handled.markAll(batch);
        handled.markAll(Stream.generate(() -> key(DAY)).limit(20_000).toList());
        schema.jdbc().execute("ANALYZE TABLE event_handled");
        ExplainedQueries explained = new ExplainedQueries(schema.jdbc());

        assertThat(new HandledEventTable(explained).handledAmong(batch)).hasSize(200);

        assertThat(explained.plans).singleElement().satisfies(plan -> {
            assertThat(plan).containsEntry("type", "range").containsEntry("key", "PRIMARY");
            assertThat(Long.parseLong(plan.get("rows").toString())).isLessThanOrEqualTo(400);
        });
    }

    /** Has the database explain each query before it is asked. */
    private static final class ExplainedQueries extends JdbcTemplate {
        private final List<Map<String, Object>> plans = new ArrayList<>();

        ExplainedQueries(JdbcTemplate jdbc) {
            super(jdbc.getDataSource());
        }

        @Override
        public <T> List<T> query(String sql, RowMapper<T> rows, Object... values) {
            plans.addAll(queryForList("EXPLAIN " + sql, values));
            return super.query(sql, rows, values);
        }
    }

    private static EventKey key(LocalDate day) {
        return new EventKey(day, UUID.randomUUID());
    }
}
