package io.commerceroutes.domain.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.metrics.ProductCounts;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ComparingCountsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private final ComparingCounts comparison = new ComparingCounts();

    @Test
    void equal_counts_and_such_that_are_all_zero_are_no_difference() {
        comparison.compare(
                DAY, Map.of(1L, ProductCounts.ONE_VIEW, 2L, ProductCounts.NONE), Map.of(1L, ProductCounts.ONE_VIEW));

        assertThat(comparison.differences()).isZero();
    }

    @Test
    void counts_that_only_one_side_has_are_differences() {
        comparison.compare(DAY, Map.of(1L, ProductCounts.ONE_VIEW), Map.of(2L, ProductCounts.ONE_LIKE));

        assertThat(comparison.examples())
                .containsExactly(
                        new Difference(DAY, 1, ProductCounts.ONE_VIEW, ProductCounts.NONE),
                        new Difference(DAY, 2, ProductCounts.NONE, ProductCounts.ONE_LIKE));
    }

    @Test
    void all_differences_are_counted_and_a_hundred_are_shown() {
        Map<Long, ProductCounts> stored = LongStream.rangeClosed(1, 60)
                .boxed()
                .collect(Collectors.toMap(product -> product, product -> ProductCounts.ONE_VIEW));

        comparison.compare(DAY, stored, Map.of());
        comparison.compare(DAY.plusDays(1), stored, Map.of());

        assertThat(comparison.differences()).isEqualTo(120);
        assertThat(comparison.examples()).hasSize(100);
        assertThat(comparison.examples().getFirst().day()).isEqualTo(DAY);
    }
}
