package io.commerceroutes.domain.ranking;

import java.time.Instant;
import java.util.List;

/**
 * A page of a window's current ranking.
 *
 * @param complete whether the window had ended, grace included, when this ranking was made
 * @param generatedAt when it was made; null if the window was never ranked
 */
public record Ranking(
        PeriodWindow window, boolean complete, Instant generatedAt, List<RankedProduct> items, long totalCount) {
    public Ranking {
        items = List.copyOf(items);
    }

    public static Ranking none(PeriodWindow window) {
        return new Ranking(window, false, null, List.of(), 0);
    }
}
