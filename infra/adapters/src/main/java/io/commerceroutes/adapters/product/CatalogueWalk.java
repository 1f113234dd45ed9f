package io.commerceroutes.adapters.product;

import io.commerceroutes.domain.product.ProductQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of ids taken from the index that is in the page's order, from the end where it is reached sooner.
 *
 * @param sql has a question mark for each of {@code bound}
 */
record CatalogueWalk(String sql, List<Object> bound) {
    /** An index read backwards takes so many times as long. */
    private static final int BACKWARD_COST = 5;

    /** From the first one on. */
    static CatalogueWalk forward(ProductQuery query, String condition, List<?> bound) {
        return walk(query, CardOrder.of(query.sort()).forward(), condition, bound, offset(query), query.size());
    }

    /** From the end of {@code total} ids that is reached sooner. */
    static CatalogueWalk sooner(ProductQuery query, String condition, List<?> bound, long total) {
        long offset = offset(query);
        if (offset <= (total - offset) * BACKWARD_COST) {
            return forward(query, condition, bound);
        }
        long size = Math.max(0, Math.min(query.size(), total - offset));
        return walk(
                query,
                CardOrder.of(query.sort()).backward(),
                condition,
                bound,
                Math.max(0, total - offset - size),
                size);
    }

    static long offset(ProductQuery query) {
        return (long) query.page() * query.size();
    }

    private static CatalogueWalk walk(
            ProductQuery query, String order, String condition, List<?> bound, long offset, long size) {
        CardOrder sort = CardOrder.of(query.sort());
        boolean ofBrand = query.brandId().isPresent();
        List<Object> values = new ArrayList<>(bound);
        query.brandId().ifPresent(values::add);
        values.add(size);
        values.add(offset);
        String sql = "SELECT p.id FROM product p FORCE INDEX (%s) WHERE %s%s ORDER BY %s LIMIT ? OFFSET ?"
                .formatted(
                        ofBrand ? sort.indexOfBrand() : sort.index(),
                        condition,
                        ofBrand ? " AND p.brand_id = ?" : "",
                        order);
        return new CatalogueWalk(sql, List.copyOf(values));
    }
}
