package io.commerceroutes.adapters.storefront;

import static io.commerceroutes.adapters.storefront.Storefronts.page;
import static io.commerceroutes.adapters.storefront.Storefronts.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.product.ProductListing;
import io.commerceroutes.domain.product.ProductSort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstPagesTest {
    private final FirstPages firstPages = new FirstPages(100);

    @Test
    void a_page_is_one_of_the_first_by_where_it_ends() {
        assertThat(firstPages.mayHold(page(4, 20))).isTrue();
        assertThat(firstPages.mayHold(page(5, 20))).isFalse();
        assertThat(firstPages.mayHold(page(0, 100))).isTrue();
        assertThat(firstPages.mayHold(page(1, 51))).isFalse();
        assertThat(firstPages.mayHold(page(Integer.MAX_VALUE, 100))).isFalse();
    }

    @Test
    void words_and_likes_have_no_place_in_it() {
        assertThat(firstPages.mayHold(query(ProductSort.PRICE_DESC, Optional.empty(), 0, 20)))
                .isTrue();
        assertThat(firstPages.mayHold(query(ProductSort.LIKES_DESC, Optional.empty(), 0, 20)))
                .isFalse();
        assertThat(firstPages.mayHold(query(ProductSort.LATEST, Optional.of("tea"), 0, 20)))
                .isFalse();
    }

    @Test
    void an_empty_page_is_not_worth_its_place() {
        assertThat(firstPages.areWorth(new ProductListing(List.of(), 3))).isFalse();
    }
}
