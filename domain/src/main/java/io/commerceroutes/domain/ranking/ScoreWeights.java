package io.commerceroutes.domain.ranking;

import io.commerceroutes.domain.metrics.ProductCounts;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a view, a like and a unit sold are worth: score = view x views + like x likes + unit x units sold, in exact
 * decimal arithmetic.
 */
public record ScoreWeights(BigDecimal view, BigDecimal like, BigDecimal unit) {
    /** Digits after the decimal point that a weight, and so a score, may have. */
    public static final int SCALE_MAX = 4;

    private static final BigDecimal WEIGHT_MAX = BigDecimal.valueOf(1_000);

    public ScoreWeights {
        requireWeight("view", view);
        requireWeight("like", like);
        requireWeight("unit", unit);
    }

    public BigDecimal score(ProductCounts counts) {
        return view.multiply(BigDecimal.valueOf(counts.views()))
                .add(like.multiply(BigDecimal.valueOf(counts.likes())))
                .add(unit.multiply(BigDecimal.valueOf(counts.salesQuantity())));
    }

    /** As they are kept with what was scored by them, the same for equal weights: {@code 0.1/0.2/0.6}. */
    public String label() {
        return Stream.of(view, like, unit)
                .map(weight -> weight.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("/"));
    }

    private static void requireWeight(String name, BigDecimal weight) {
        if (weight.signum() < 0 || weight.compareTo(WEIGHT_MAX) > 0 || weight.scale() > SCALE_MAX) {
            throw new IllegalArgumentException(
                    "The weight of a %s must lie between 0 and %s with at most %d decimals: %s"
                            .formatted(name, WEIGHT_MAX, SCALE_MAX, weight));
        }
    }
}
