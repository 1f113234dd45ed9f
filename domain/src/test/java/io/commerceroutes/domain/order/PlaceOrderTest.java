package io.commerceroutes.domain.order;

import static io.commerceroutes.domain.order.Wish.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceOrderTest {
    @Provide
    Arbitrary<OrderLine[]> lines() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 6),
                        Arbitraries.integers().between(1, 10_000))
                .as(OrderLine::new)
                .array(OrderLine[].class)
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property
    void merging_keeps_the_units_of_each_product_and_their_first_order(@ForAll("lines") OrderLine[] lines) {
        PlaceOrder wish = Wish.of("order-1", 1, lines);

        assertThat(units(wish.lines())).isEqualTo(units(List.of(lines)));
        assertThat(wish.lines())
                .extracting(OrderLine::productId)
                .containsExactlyElementsOf(Arrays.stream(lines)
                        .map(OrderLine::productId)
                        .distinct()
                        .toList());
    }

    @Test
    void lines_of_one_product_become_one() {
        assertThat(Wish.of("order-1", 1, line(5, 1), line(3, 2), line(5, 4)).lines())
                .containsExactly(line(5, 5), line(3, 2));
    }

    @Test
    void merged_units_never_overflow() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Wish.of("order-1", 1, line(5, Integer.MAX_VALUE), line(5, 1)));
    }

    @Test
    void an_order_without_lines_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wish.of("order-1", 1));
    }

    @Test
    void the_lines_of_a_wish_cannot_be_changed() {
        assertThat(Wish.of("order-1", 1, line(5, 1)).lines()).isUnmodifiable();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_line_has_at_least_one_unit(int quantity) {
        assertThatIllegalArgumentException().isThrownBy(() -> line(5, quantity));
    }

    private static Map<Long, Long> units(List<OrderLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(OrderLine::productId, Collectors.summingLong(OrderLine::quantity)));
    }
}
