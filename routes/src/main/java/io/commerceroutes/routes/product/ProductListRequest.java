package io.commerceroutes.routes.product;

import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import io.commerceroutes.domain.product.SearchText;
import io.commerceroutes.routes.http.ApiProblem;
import io.commerceroutes.routes.http.PageRequest;
import io.commerceroutes.routes.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Message;

/** Reads which products are asked for from the query parameters; names every one that is not acceptable. */
final class ProductListRequest {
    private static final int NAME_CHARS_MAX = 100;
    private static final Map<String, ProductSort> SORTS = Map.of(
            "latest", ProductSort.LATEST,
            "price_asc", ProductSort.PRICE_ASC,
            "price_desc", ProductSort.PRICE_DESC,
            "likes_desc", ProductSort.LIKES_DESC);

    private final Message request;
    private final List<FieldError> errors = new ArrayList<>();

    private ProductListRequest(Message request) {
        this.request = request;
    }

    static ProductQuery of(Message request) {
        return new ProductListRequest(request).read();
    }

    private ProductQuery read() {
        Optional<Long> brandId = brandId();
        Optional<String> name = name();
        ProductSort sort = sort();
        PageRequest page = PageRequest.of(request, errors);
        if (!errors.isEmpty()) {
            throw ApiProblem.invalid(errors);
        }
        return new ProductQuery(brandId, name, sort, page.page(), page.size());
    }

    private Optional<Long> brandId() {
        Object given = request.getHeader("brandId");
        if (given == null) {
            return Optional.empty();
        }
        if (!given.toString().matches("0*[1-9][0-9]{0,17}")) {
            refuse("brandId", "must be a whole number from 1");
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(given.toString()));
    }

    /** As it is searched, so that equal searches are equal queries. */
    private Optional<String> name() {
        Object given = request.getHeader("name");
        if (given == null) {
            return Optional.empty();
        }
        if (given instanceof String written && written.codePointCount(0, written.length()) <= NAME_CHARS_MAX) {
            String text = SearchText.of(written).text();
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
        }
        refuse("name", "must have 1 to %d characters that are no blanks".formatted(NAME_CHARS_MAX));
        return Optional.empty();
    }

    private ProductSort sort() {
        Object given = request.getHeader("sort");
        ProductSort sort = given == null ? ProductSort.LATEST : SORTS.get(given.toString());
        if (sort == null) {
            refuse("sort", "must be latest, price_asc, price_desc or likes_desc");
            return ProductSort.LATEST;
        }
        return sort;
    }

    private void refuse(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
