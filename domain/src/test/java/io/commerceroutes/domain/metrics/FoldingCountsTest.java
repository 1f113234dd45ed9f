package io.commerceroutes.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FoldingCountsTest {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-12-30");

    @Test
    void two_events_of_one_product_and_day_become_one_change() {
        List<DayCount> folded = FoldingCounts.fold(List.of(
                event(0, new ProductDelta(2, ProductCounts.ONE_VIEW)),
                event(0, new ProductDelta(1, ProductCounts.ONE_VIEW), new ProductDelta(2, ProductCounts.ONE_LIKE))));

        assertThat(folded)
                .containsExactly(
                        new DayCount(FIRST_DAY, 1, new ProductCounts(1, 0, 0, 0, 0)),
                        new DayCount(FIRST_DAY, 2, new ProductCounts(1, 1, 0, 0, 0)));
    }

    @Property(tries = 200)
    void the_order_of_events_does_not_matter(@ForAll("events") List<EventReading.Countable> events, @ForAll long seed) {
        List<EventReading.Countable> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(FoldingCounts.fold(shuffled)).isEqualTo(FoldingCounts.fold(events));
    }

    @Property(tries = 200)
    void nothing_is_lost_and_changes_come_sorted_and_once(@ForAll("events") List<EventReading.Countable> events) {
        List<DayCount> folded = FoldingCounts.fold(events);

        assertThat(total(folded.stream().map(DayCount::counts).toList()))
                .isEqualTo(total(events.stream()
                        .flatMap(event -> event.deltas().stream())
                        .map(ProductDelta::counts)
                        .toList()));
        assertThat(folded)
                .isSortedAccordingTo(Comparator.comparing(DayCount::day).thenComparingLong(DayCount::productId));
        assertThat(folded.stream().map(change -> change.day() + "/" + change.productId()))
                .doesNotHaveDuplicates();
        assertThat(FoldingCounts.daysOf(events))
                .containsExactlyElementsOf(
                        folded.stream().map(DayCount::day).distinct().toList());
    }

    @Property(tries = 200)
    void taking_back_what_was_counted_leaves_nothing(@ForAll("events") List<EventReading.Countable> events) {
        List<EventReading.Countable> all = new ArrayList<>(events);
        events.forEach(event -> all.add(new EventReading.Countable(
                event.key(),
                event.businessDay(),
                event.deltas().stream()
                        .map(delta -> new ProductDelta(
                                delta.productId(), delta.counts().negated()))
                        .toList())));

        assertThat(FoldingCounts.fold(all))
                .allSatisfy(change -> assertThat(change.counts()).isEqualTo(ProductCounts.NONE));
    }

    @Provide
    Arbitrary<List<EventReading.Countable>> events() {
        Arbitrary<ProductDelta> delta = Combinators.combine(
                        Arbitraries.longs().between(1, 4),
                        Arbitraries.longs().between(-5, 5),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((product, units, amount) ->
                        new ProductDelta(product, new ProductCounts(units, -units, 0, units, amount)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        delta.list().ofMinSize(1).ofMaxSize(3))
                .as((day, deltas) -> event(day, deltas.toArray(ProductDelta[]::new)))
                .list()
                .ofMaxSize(20);
    }

    private static ProductCounts total(List<ProductCounts> counts) {
        return counts.stream().reduce(ProductCounts.NONE, ProductCounts::plus);
    }

    private static EventReading.Countable event(int day, ProductDelta... deltas) {
        return new EventReading.Countable(
                new EventKey(FIRST_DAY, UUID.randomUUID()), FIRST_DAY.plusDays(day), List.of(deltas));
    }
}
