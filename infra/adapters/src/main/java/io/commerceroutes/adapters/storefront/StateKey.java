package io.commerceroutes.adapters.storefront;

import io.commerceroutes.domain.product.ProductQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Names a state in Redis, by the microsecond since which it holds: another state has another name. */
final class StateKey {
    private StateKey() {}

    static String ofCard(long productId, Instant changedAt) {
        return productId + "@" + micros(changedAt);
    }

    /** A page of all products. */
    static String ofPage(Instant revision, ProductQuery query) {
        return "%s:%d:%d@%d".formatted(query.sort(), query.page(), query.size(), micros(revision));
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
