package io.commerceroutes.domain.ranking;

import io.commerceroutes.domain.metrics.DayCount;
import java.util.List;
import java.util.Optional;

/** Reads rankings; a reader sees one version of a window or another, never a part of one. */
public interface Rankings {
    /** The page of this window's current ranking, pages counted from 0; empty if it was never made. */
    Ranking page(PeriodWindow window, int page, int size);

    /** The current ranking of this window with the one product as its only item; empty if it is not in it. */
    Optional<Ranking> ofProduct(PeriodWindow window, long productId);

    /** The daily counts that the window's figures of this product are added up from, oldest first. */
    List<DayCount> daysOf(PeriodWindow window, long productId);
}
