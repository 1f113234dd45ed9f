package io.commerceroutes.routes.http;

import java.util.List;

/** One page of a list, as every list answers. */
public record Page<T>(List<T> items, int page, int size, long totalCount) {
    public static <T> Page<T> of(List<T> items, PageRequest request, long totalCount) {
        return new Page<>(items, request.page(), request.size(), totalCount);
    }
}
