package io.commerceroutes.domain.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.commerceroutes.domain.metrics.ProductCounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreWeightsTest {
    private static final ScoreWeights WEIGHTS =
            new ScoreWeights(new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.6"));

    @Test
    void a_score_is_exact_where_binary_fractions_are_not() {
        assertThat(WEIGHTS.score(new ProductCounts(3, 0, 0, 0, 0))).isEqualByComparingTo("0.3");
        assertThat(WEIGHTS.score(new ProductCounts(1, 1, 0, 1, 9_999))).isEqualByComparingTo("0.9");
        assertThat(WEIGHTS.score(new ProductCounts(0, -1, 0, 0, 0))).isEqualByComparingTo("-0.2");
    }

    @Property
    void ten_scores_are_whole_sums(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long views,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long likes,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long units) {
        assertThat(WEIGHTS.score(new ProductCounts(views, likes, 0, units, 0)).multiply(BigDecimal.TEN))
                .isEqualByComparingTo(BigDecimal.valueOf(views + 2 * likes + 6 * units));
    }

    @Test
    void equal_weights_have_the_same_label_however_they_are_written() {
        assertThat(WEIGHTS.label()).isEqualTo("0.1/0.2/0.6");
        assertThat(new ScoreWeights(new BigDecimal("0.10"), new BigDecimal("1E+2"), new BigDecimal("0.0")).label())
                .isEqualTo("0.1/100/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1000.1", "0.00001"})
    void weights_that_make_no_sense_are_refused(String weight) {
        BigDecimal wrong = new BigDecimal(weight);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreWeights(wrong, BigDecimal.ONE, BigDecimal.ONE))
                .withMessageContaining("view");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreWeights(BigDecimal.ONE, wrong, BigDecimal.ONE))
                .withMessageContaining("like");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreWeights(BigDecimal.ONE, BigDecimal.ONE, wrong))
                .withMessageContaining("unit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000", "0.0001"})
    void weights_at_the_edges_of_their_range_are_taken(String weight) {
        BigDecimal edge = new BigDecimal(weight);

        assertThat(new ScoreWeights(edge, edge, edge).score(ProductCounts.ONE_VIEW))
                .isEqualByComparingTo(edge);
    }

    @Test
    void a_run_has_a_duration_once_it_ended() {
        PeriodWindow day = Period.DAILY.windowOf(LocalDate.EPOCH);
        Instant start = Instant.EPOCH;

        assertThat(run(day, null, null).duration()).isNull();
        assertThat(run(day, start, null).duration()).isNull();
        assertThat(run(day, start, start.plusMillis(20)).duration()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void a_window_that_was_never_ranked_is_empty_and_not_complete() {
        Ranking none = Ranking.none(Period.DAILY.windowOf(LocalDate.EPOCH));

        assertThat(none.items()).isEmpty();
        assertThat(none.complete()).isFalse();
        assertThat(new SupersededRunException(7)).hasMessageContaining("7");
    }

    private static AggregationRun run(PeriodWindow window, Instant startedAt, Instant finishedAt) {
        return new AggregationRun(
                1,
                window,
                RunOrigin.OPERATOR,
                RunState.RUNNING,
                null,
                Instant.EPOCH,
                startedAt,
                null,
                finishedAt,
                null);
    }
}
