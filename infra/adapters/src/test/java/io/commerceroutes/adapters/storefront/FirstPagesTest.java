package io.commerceroutes.adapters.storefront;

import static io.commerceroutes.adapters.storefront.Storefronts.page;
import static io.commerceroutes.adapters.storefront.Storefronts.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.product.ProductQuery;
import io.commerceroutes.domain.product.ProductSort;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstPagesTest {
    private final FirstPages firstPages = new FirstPages(100);

    @Test
    void a_page_is_one_of_the_first_by_where_it_ends() {
        assertThat(firstPages.include(page(4, 20))).isTrue();
        assertThat(firstPages.include(page(5, 20))).isFalse();
        assertThat(firstPages.include(page(0, 100))).isTrue();
        assertThat(firstPages.include(page(1, 51))).isFalse();
        assertThat(firstPages.include(page(Integer.MAX_VALUE, 100))).isFalse();
    }

    @Test
    void brands_words_and_likes_have_no_place_in_it() {
        assertThat(firstPages.include(new ProductQuery(Optional.of(5L), Optional.empty(), ProductSort.LATEST, 0, 20)))
                .isFalse();
        assertThat(firstPages.include(query(ProductSort.PRICE_DESC, Optional.empty(), 0, 20)))
                .isTrue();
        assertThat(firstPages.include(query(ProductSort.LIKES_DESC, Optional.empty(), 0, 20)))
                .isFalse();
        assertThat(firstPages.include(query(ProductSort.LATEST, Optional.of("tea"), 0, 20)))
                .isFalse();
    }
}
