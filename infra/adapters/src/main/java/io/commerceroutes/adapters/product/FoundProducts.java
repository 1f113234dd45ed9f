package io.commerceroutes.adapters.product;

import io.commerceroutes.domain.product.ProductQuery;
import java.util.Arrays;
import java.util.List;

/** All products that a list has, whichever page of it is shown. */
interface FoundProducts {
    /** The ids on a page, and how many there are on all of them. */
    record IdPage(List<Long> productIds, long totalCount) {}

    IdPage page(ProductQuery query);

    /** What is found after these changes. */
    FoundProducts after(List<ChangedProduct> changes);

    /** About how much memory they take. */
    int bytes();

    /** Where the page begins, and never past {@code size}. */
    static int from(ProductQuery query, int size) {
        return (int) Math.min(size, (long) query.page() * query.size());
    }

    /** Where the page ends. */
    static int to(ProductQuery query, int size) {
        return Math.min(size, from(query, size) + query.size());
    }

    /** One column of rows that follow each other. */
    static long[] column(long[] rows, int column, int columns) {
        long[] values = new long[rows.length / columns];
        Arrays.setAll(values, i -> rows[i * columns + column]);
        return values;
    }

    /** Sorted, to be searched. */
    static long[] ids(List<ChangedProduct> changes) {
        return changes.stream().mapToLong(ChangedProduct::productId).sorted().toArray();
    }
}
