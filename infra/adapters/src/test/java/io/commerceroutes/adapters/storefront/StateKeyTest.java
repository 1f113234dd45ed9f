package io.commerceroutes.adapters.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateKeyTest {
    private static final Instant SOME_TIME = Instant.parse("2026-11-22T03:04:05.123456Z");
    private static final ProductQuery QUERY = query(ProductSort.LATEST, 1, 20);

    @Test
    void each_microsecond_is_another_state() {
        assertThat(StateKey.ofCard(7, SOME_TIME)).isEqualTo("7@1795316645123456");
        assertThat(StateKey.ofCard(7, SOME_TIME.plusNanos(1_000))).isEqualTo("7@1795316645123457");
        assertThat(StateKey.ofPage(SOME_TIME, QUERY)).isEqualTo("LATEST:1:20@1795316645123456");
    }

    @Test
    void whatever_differs_in_a_query_differs_in_its_key() {
        assertThat(Stream.of(
                                QUERY,
                                query(ProductSort.PRICE_ASC, 1, 20),
                                query(ProductSort.LATEST, 11, 20),
                                query(ProductSort.LATEST, 1, 2))
                        .map(query -> StateKey.ofPage(SOME_TIME, query)))
                .doesNotHaveDuplicates();
    }

    private static ProductQuery query(ProductSort sort, int page, int size) {
        return new ProductQuery(Optional.empty(), Optional.empty(), sort, page, size);
    }
}
