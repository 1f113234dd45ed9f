package io.commerceroutes.domain.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangeProductTest {
    private static final Product LAMP = new Product(7, "Lamp", Money.of(12_000), 5, 3, 2, "Leaf");

    @Test
    void only_name_price_and_brand_can_be_another() {
        assertThat(change("Lamp", 12_000, 2).changesNothingOf(LAMP)).isTrue();
        assertThat(change("lamp", 12_000, 2).changesNothingOf(LAMP)).isFalse();
        assertThat(change("Lamp", 12_001, 2).changesNothingOf(LAMP)).isFalse();
        assertThat(change("Lamp", 12_000, 3).changesNothingOf(LAMP)).isFalse();
    }

    private static ChangeProduct change(String name, long price, long brandId) {
        return new ChangeProduct(7, name, Money.of(price), brandId, Instant.EPOCH);
    }
}
