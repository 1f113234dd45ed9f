package io.commerceroutes.adapters.product;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.commerceroutes.adapters.sql.LikePattern;
import io.commerceroutes.adapters.sql.QueryBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductListing;
import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.SearchText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Lists of products whose names contain a text. Of a text that few names contain, all products are looked up and
 * sorted; for one that many contain, the index in the list's order is walked until the page is full, which does not
 * take long because many match. Its total takes long, so it is kept for as long as the catalogue stays as it is.
 */
class ProductSearch {
    /** Where so many of 100,000 match, looking up all takes as long as walking to the end of the first page: 5 ms. */
    static final int FEW_MAX = 1_000;

    private static final int TEXTS_MAX = 10_000;
    private static final Duration COMMON_FOR = Duration.ofMinutes(1);
    private static final String CONTAINS = "p.search_name LIKE ? ESCAPE '!'";
    private static final String OF_BRAND = " AND p.brand_id = ?";
    static final String CANDIDATES =
            "SELECT DISTINCT product_id FROM product_name_part WHERE part LIKE ? ESCAPE '!' LIMIT ?";
    static final String COUNT_CANDIDATES = "SELECT COUNT(*) AS candidates FROM (" + CANDIDATES + ") c";
    static final String STATE = "SELECT revised_at, product_count FROM catalogue_revision";
    private static final String CANDIDATE_PRODUCTS =
            " FROM (" + CANDIDATES + ") c JOIN product p ON p.id = c.product_id WHERE " + CONTAINS;
    static final String COUNT_IN_BRAND =
            "SELECT COUNT(*) FROM product p FORCE INDEX (ix_product_brand_latest) WHERE " + CONTAINS + OF_BRAND;
    static final String COUNT_IN_ALL = "SELECT COUNT(*)" + CANDIDATE_PRODUCTS;
    static final String COUNT_PARTS =
            "SELECT COUNT(DISTINCT product_id) FROM product_name_part WHERE part LIKE ? ESCAPE '!'";

    private final JdbcOperations jdbc;
    private final Cache<CountedText, Long> totals =
            Caffeine.newBuilder().maximumSize(TEXTS_MAX).build();
    /** Texts that many names contained a while ago; they need not be probed. */
    private final Cache<SearchText, Boolean> common = Caffeine.newBuilder()
            .maximumSize(TEXTS_MAX)
            .expireAfterWrite(COMMON_FOR)
            .build();

    /** What a total was counted of, and in which state of the catalogue. */
    private record CountedText(Instant revisedAt, SearchText text, Optional<Long> brandId) {}

    ProductSearch(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** What one look at the database tells of a text. */
    private static final class Probe {
        private Instant revisedAt = Instant.EPOCH;
        private long products;
        private long candidates;
    }

    ProductListing list(ProductQuery query, SearchText text) {
        Probe probe = probe(text);
        if (probe.candidates == 0) {
            return new ProductListing(List.of(), 0);
        }
        if (probe.candidates <= FEW_MAX) {
            return sorted(query, text, FEW_MAX);
        }
        common.get(text, many -> true);
        return walked(query, text, probe);
    }

    private Probe probe(SearchText text) {
        Probe probe = new Probe();
        QueryBatch batch = new QueryBatch().select(STATE, List.of(), row -> {
            probe.revisedAt = Utc.instant(row, "revised_at");
            probe.products = row.getLong("product_count");
        });
        if (common.getIfPresent(text) == null) {
            batch.select(
                    COUNT_CANDIDATES,
                    List.of(LikePattern.startingWith(text.head()), FEW_MAX + 1),
                    row -> probe.candidates = row.getLong("candidates"));
        } else {
            probe.candidates = FEW_MAX + 1;
        }
        batch.execute(jdbc);
        return probe;
    }

    static String sortedPage(ProductQuery query) {
        return "SELECT p.id, COUNT(*) OVER () AS total" + CANDIDATE_PRODUCTS
                + (query.brandId().isPresent() ? OF_BRAND : "")
                + " ORDER BY " + CardOrder.of(query.sort()).forward() + " LIMIT ? OFFSET ?";
    }

    private ProductListing sorted(ProductQuery query, SearchText text, long candidatesMax) {
        List<Object> bound = new ArrayList<>(
                List.of(LikePattern.startingWith(text.head()), candidatesMax, LikePattern.containing(text.text())));
        query.brandId().ifPresent(bound::add);
        long[] total = {0};
        List<ProductCard> cards = new ArrayList<>(query.size());
        new QueryBatch()
                .select(
                        CardQuery.withTotal(sortedPage(query), CardOrder.of(query.sort())),
                        with(bound, query.size(), CatalogueWalk.offset(query)),
                        row -> {
                            total[0] = row.getLong("total");
                            cards.add(CardQuery.card(row));
                        })
                .execute(jdbc);
        if (cards.isEmpty() && query.page() > 0) {
            ProductQuery first = new ProductQuery(query.brandId(), query.name(), query.sort(), 0, 1);
            return new ProductListing(
                    List.of(), sorted(first, text, candidatesMax).totalCount());
        }
        return new ProductListing(cards, total[0]);
    }

    private ProductListing walked(ProductQuery query, SearchText text, Probe probe) {
        long total = totals.get(
                new CountedText(probe.revisedAt, text, query.brandId()), counted -> count(text, query.brandId()));
        long offset = CatalogueWalk.offset(query);
        if (offset >= total) {
            return new ProductListing(List.of(), total);
        }
        long matchesPassed = Math.min(offset, total - offset) + query.size();
        boolean walkIsLonger = query.brandId().isEmpty() && matchesPassed * probe.products / total > total;
        if (walkIsLonger) {
            return sorted(query, text, Integer.MAX_VALUE);
        }
        CatalogueWalk page = CatalogueWalk.sooner(query, CONTAINS, List.of(LikePattern.containing(text.text())), total);
        List<ProductCard> cards = new ArrayList<>(query.size());
        new QueryBatch()
                .select(
                        CardQuery.of(page.sql(), CardOrder.of(query.sort())),
                        page.bound(),
                        row -> cards.add(CardQuery.card(row)))
                .execute(jdbc);
        return new ProductListing(cards, total);
    }

    private long count(SearchText text, Optional<Long> brandId) {
        String containing = LikePattern.containing(text.text());
        String head = LikePattern.startingWith(text.head());
        Long count = brandId.isPresent()
                ? jdbc.queryForObject(COUNT_IN_BRAND, Long.class, containing, brandId.get())
                : text.head().equals(text.text())
                        ? jdbc.queryForObject(COUNT_PARTS, Long.class, head)
                        : jdbc.queryForObject(COUNT_IN_ALL, Long.class, head, Integer.MAX_VALUE, containing);
        return count == null ? 0 : count;
    }

    private static List<Object> with(List<Object> bound, Object... more) {
        List<Object> all = new ArrayList<>(bound);
        all.addAll(List.of(more));
        return all;
    }
}
