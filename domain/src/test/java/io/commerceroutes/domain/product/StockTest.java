package io.commerceroutes.domain.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.commerceroutes.domain.money.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Negative;
import org.junit.jupiter.api.Test;

class StockTest {
    @Property
    void what_is_covered_can_be_taken_and_nothing_else(
            @ForAll @LongRange(max = 100) long units, @ForAll @LongRange(max = 100) long wanted) {
        Stock stock = new Stock(units);

        assertThat(stock.covers(wanted)).isEqualTo(wanted <= units);
        if (stock.covers(wanted)) {
            assertThat(stock.take(wanted).units()).isEqualTo(units - wanted);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> stock.take(wanted));
        }
    }

    @Property
    void stock_is_never_negative(@ForAll @Negative long units) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stock(units));
    }

    @Property
    void taking_never_adds(@ForAll @LongRange long units, @ForAll @Negative long taken) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stock(units).take(taken));
    }

    @Test
    void the_last_unit_can_be_taken() {
        assertThat(new Stock(1).take(1)).isEqualTo(new Stock(0));
    }

    @Test
    void taking_units_of_a_product_leaves_the_rest_of_it_as_it_was() {
        ProductState product = new ProductState(7, "Lamp", Money.of(12_000), new Stock(5));

        assertThat(product.take(2)).isEqualTo(new ProductState(7, "Lamp", Money.of(12_000), new Stock(3)));
    }
}
