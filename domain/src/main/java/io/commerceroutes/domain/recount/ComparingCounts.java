package io.commerceroutes.domain.recount;

import io.commerceroutes.domain.metrics.ProductCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares counts day by day; a product without counts is one whose counts are all zero. */
public final class ComparingCounts {
    private final List<Difference> examples = new ArrayList<>();
    private long differences;

    public void compare(LocalDate day, Map<Long, ProductCounts> stored, Map<Long, ProductCounts> recounted) {
        TreeSet<Long> products = new TreeSet<>(stored.keySet());
        products.addAll(recounted.keySet());
        for (Long product : products) {
            ProductCounts before = stored.getOrDefault(product, ProductCounts.NONE);
            ProductCounts after = recounted.getOrDefault(product, ProductCounts.NONE);
            if (!before.equals(after)) {
                note(new Difference(day, product, before, after));
            }
        }
    }

    private void note(Difference difference) {
        differences++;
        if (examples.size() < RecountReport.EXAMPLES_MAX) {
            examples.add(difference);
        }
    }

    public long differences() {
        return differences;
    }

    /** The first ones. */
    public List<Difference> examples() {
        return Collections.unmodifiableList(examples);
    }
}
