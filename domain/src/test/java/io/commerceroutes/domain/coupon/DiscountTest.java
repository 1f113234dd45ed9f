package io.commerceroutes.domain.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.commerceroutes.domain.coupon.Discount.Fixed;
import io.commerceroutes.domain.coupon.Discount.Percent;
import io.commerceroutes.domain.money.Money;
import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountTest {
    private static final Optional<Money> NO_CAP = Optional.empty();

    @ParameterizedTest
    @CsvSource({"5000, 4999, 4999", "5000, 5000, 5000", "5000, 5001, 5000", "5000, 0, 0", "0, 5000, 0"})
    void a_fixed_discount_takes_its_amount_but_no_more_than_the_total(long amount, long total, long expected) {
        assertThat(new Fixed(Money.of(amount)).on(Money.of(total))).isEqualTo(Money.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"10, 999, 99", "10, 1000, 100", "33, 100, 33", "1, 99, 0", "1, 100, 1", "100, 12345, 12345"})
    void a_percentage_is_rounded_down_to_a_whole_won(int percent, long total, long expected) {
        assertThat(new Percent(percent, NO_CAP).on(Money.of(total))).isEqualTo(Money.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"49990, 4999", "50000, 5000", "50010, 5000", "900000, 5000"})
    void a_percentage_stops_at_its_cap(long total, long expected) {
        Percent tenPercentUpTo5000 = new Percent(10, Optional.of(Money.of(5_000)));

        assertThat(tenPercentUpTo5000.on(Money.of(total))).isEqualTo(Money.of(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void a_percentage_is_from_1_to_100(int percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Percent(percent, NO_CAP))
                .withMessageContaining(Integer.toString(percent));
    }

    @Property
    void a_fixed_discount_is_the_smaller_of_amount_and_total(
            @ForAll @LongRange long amount, @ForAll @LongRange long total) {
        assertThat(new Fixed(Money.of(amount)).on(Money.of(total)).won()).isEqualTo(Math.min(amount, total));
    }

    @Property
    void a_percentage_is_the_exact_floor_up_to_its_cap(
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @LongRange long cap,
            @ForAll @LongRange long total) {
        long floor = BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(percent))
                .divide(BigInteger.valueOf(100))
                .longValueExact();

        assertThat(new Percent(percent, NO_CAP).on(Money.of(total)).won()).isEqualTo(floor);
        assertThat(new Percent(percent, Optional.of(Money.of(cap)))
                        .on(Money.of(total))
                        .won())
                .isEqualTo(Math.min(floor, cap));
    }

    @Property
    void no_discount_exceeds_the_total(
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @LongRange long won,
            @ForAll @LongRange long total) {
        assertThat(new Fixed(Money.of(won)).on(Money.of(total))).isLessThanOrEqualTo(Money.of(total));
        assertThat(new Percent(percent, NO_CAP).on(Money.of(total))).isLessThanOrEqualTo(Money.of(total));
        assertThat(new Percent(percent, Optional.of(Money.of(won))).on(Money.of(total)))
                .isLessThanOrEqualTo(Money.of(total));
    }
}
