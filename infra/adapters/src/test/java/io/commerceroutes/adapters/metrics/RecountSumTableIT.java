package io.commerceroutes.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.adapters.AnalyticsSchema;
import io.commerceroutes.domain.metrics.EventKey;
import io.commerceroutes.domain.metrics.EventReading.Countable;
import io.commerceroutes.domain.metrics.ProductCounts;
import io.commerceroutes.domain.metrics.ProductDelta;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecountSumTableIT {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private AnalyticsSchema schema;
    private RecountSumTable sums;

    @BeforeEach
    void migrate() {
        schema = AnalyticsSchema.migrated();
        sums = new RecountSumTable(schema.jdbc());
    }

    @Test
    void an_event_is_added_once_whether_it_comes_again_at_once_or_later() {
        Countable twice = view(1);
        Countable other = view(1);

        assertThat(sums.addOnce(5, List.of(twice, twice))).isOne();
        assertThat(sums.addOnce(5, List.of(twice, other))).isOne();

        assertThat(sums.countsOf(5, DAY)).isEqualTo(Map.of(1L, new ProductCounts(2, 0, 0, 0, 0)));
        assertThat(sums.meetOnce(5, List.of(twice.key(), other.key()))).isEmpty();
        assertThat(sums.countsOf(5, DAY.plusDays(1))).isEmpty();
    }

    @Test
    void a_batch_larger_than_one_statement_is_added_up() {
        List<Countable> many = Stream.iterate(1L, product -> product + 1)
                .limit(2_500)
                .map(RecountSumTableIT::view)
                .toList();

        assertThat(sums.addOnce(5, many)).isEqualTo(2_500);

        assertThat(sums.countsOf(5, DAY)).hasSize(2_500);
    }

    @Test
    void recounts_do_not_know_of_one_another_and_the_next_one_forgets_the_last() {
        Countable event = view(1);
        sums.addOnce(5, List.of(event));

        assertThat(sums.addOnce(6, List.of(event))).isOne();
        sums.begin(6);

        assertThat(sums.countsOf(5, DAY)).isEmpty();
        assertThat(sums.countsOf(6, DAY)).hasSize(1);
        assertThat(sums.meetOnce(6, List.of(event.key()))).isEmpty();
    }

    @Test
    void at_its_end_a_recount_forgets_its_events_and_keeps_its_sums() {
        sums.addOnce(5, List.of(view(1)));

        sums.end(5);

        assertThat(schema.jdbc().queryForObject("SELECT COUNT(*) FROM recount_event", Long.class))
                .isZero();
        assertThat(sums.countsOf(5, DAY)).hasSize(1);
    }

    private static Countable view(long product) {
        return new Countable(
                new EventKey(DAY, UUID.randomUUID()), DAY, List.of(new ProductDelta(product, ProductCounts.ONE_VIEW)));
    }
}
