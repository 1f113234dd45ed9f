package io.commerceroutes.adapters.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.product.ProductCard;
import io.commerceroutes.domain.product.ProductListing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    private static final ProductCard CARD =
            new ProductCard(7, Instant.parse("2026-11-22T03:04:05.123456Z"), "Tea \"Ä\" 차", Money.of(900), 5, "Leaf");

    private final JsonValues<ProductCard> cards = new JsonValues<>(ProductCard.class);
    private final JsonValues<ProductListing> listings = new JsonValues<>(ProductListing.class);

    @Test
    void what_was_written_is_read_as_it_was() {
        ProductListing listing = new ProductListing(List.of(CARD, CARD), 4_711);

        assertThat(cards.deserialize(cards.serialize(CARD))).isEqualTo(CARD);
        assertThat(listings.deserialize(listings.serialize(listing))).isEqualTo(listing);
    }

    @Test
    void what_lacks_a_field_or_has_another_one_is_missing() {
        String written = new String(cards.serialize(CARD), StandardCharsets.UTF_8);

        assertThat(read(written)).isEqualTo(CARD);
        assertThat(read(written.replace("\"brandId\":5,", ""))).isNull();
        assertThat(read(written.replace(",\"brandName\":\"Leaf\"", ""))).isNull();
        assertThat(read(written.replace("\"brandId\":5,", "\"brandId\":5,\"stock\":1,")))
                .isNull();
        assertThat(read(written.replace("\"brandId\":5,", "\"brandId\":null,"))).isNull();
        assertThat(read(written.replace("\"Leaf\"", "null"))).isNull();
        assertThat(read(written.replace("900", "-900"))).isNull();
        assertThat(read(written + "{}")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "7", "[]", "{}", "{\"productId\":", "\u0000\u0001"})
    void what_is_no_such_value_is_missing(String other) {
        assertThat(read(other)).isNull();
    }

    @Test
    void nothing_is_missing() {
        assertThat(cards.deserialize(null)).isNull();
    }

    private ProductCard read(String json) {
        return cards.deserialize(json.getBytes(StandardCharsets.UTF_8));
    }
}
