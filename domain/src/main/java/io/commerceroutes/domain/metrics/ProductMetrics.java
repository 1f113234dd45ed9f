package io.commerceroutes.domain.metrics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Live counts per product and business day; writing joins the caller's transaction. */
public interface ProductMetrics {
    /**
     * Adds changes to the counts, in the order given.
     *
     * @throws UncountableException when a count would leave its range
     */
    void add(List<DayCount> changes);

    /** Says that these days' counts changed, so that whoever aggregated them can tell. */
    void raiseRevisions(Collection<LocalDate> days);

    /** One product's counts from one day to another, both included, oldest first; days without counts are absent. */
    List<DayCount> ofProduct(long productId, LocalDate from, LocalDate to);
}
