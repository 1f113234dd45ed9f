package io.commerceroutes.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.commerceroutes.domain.money.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @Property
    void discount_points_and_payable_add_up_to_the_total(
            @ForAll @LongRange(max = 1_000_000_000_000L) long discount,
            @ForAll @LongRange(max = 1_000_000_000_000L) long points,
            @ForAll @LongRange(max = 1_000_000_000_000L) long payable) {
        assertThat(amounts(discount + points + payable, discount, points, payable)
                        .total())
                .isEqualTo(Money.of(discount + points + payable));
    }

    @ParameterizedTest
    @CsvSource({"100, 10, 20, 71", "100, 10, 20, 69", "100, 11, 20, 70", "100, 10, 19, 70", "0, 0, 0, 1"})
    void parts_that_do_not_add_up_are_refused(long total, long discount, long points, long payable) {
        assertThatIllegalArgumentException().isThrownBy(() -> amounts(total, discount, points, payable));
    }

    private static Amounts amounts(long total, long discount, long points, long payable) {
        return new Amounts(Money.of(total), Money.of(discount), Money.of(points), Money.of(payable));
    }
}
