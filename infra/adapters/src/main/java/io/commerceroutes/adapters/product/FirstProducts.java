package io.commerceroutes.adapters.product;

import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.domain.product.ProductQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** The first pages of all products, or of a brand's: totals as they are kept, products from the index in their order. */
class FirstProducts {
    static final String TOTAL = "SELECT product_count FROM catalogue_revision";
    static final String TOTAL_OF_BRAND = "SELECT product_count FROM brand WHERE id = ?";
    /** An index is read this far in less time than it takes to look up the products. */
    private static final int POSITIONS_MAX = 1_000;

    private final JdbcOperations jdbc;

    FirstProducts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of them, and how many there are. */
    record FirstPage(List<ListedProduct> products, long totalCount) {}

    static boolean include(ProductQuery query) {
        return query.name().isEmpty() && (query.page() + 1L) * query.size() <= POSITIONS_MAX;
    }

    FirstPage page(ProductQuery query) {
        long[] total = {0};
        List<ListedProduct> products = new ArrayList<>(query.size());
        Optional<Long> brandId = query.brandId();
        List<Object> bound = new ArrayList<>(brandId.stream().toList());
        bound.add(query.size());
        bound.add(query.page() * query.size());
        new QueryBatch()
                .select(
                        brandId.isPresent() ? TOTAL_OF_BRAND : TOTAL,
                        brandId.stream().toList(),
                        row -> total[0] = row.getLong("product_count"))
                .select(pageSql(query), bound, row -> products.add(ListedProduct.of(row)))
                .execute(jdbc);
        return new FirstPage(products, total[0]);
    }

    static String pageSql(ProductQuery query) {
        CardOrder order = CardOrder.of(query.sort());
        return ListedProduct.page(order.ids(query.brandId().isPresent()), order);
    }
}
