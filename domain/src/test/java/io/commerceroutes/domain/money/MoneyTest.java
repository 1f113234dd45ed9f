package io.commerceroutes.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Negative;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    @Property
    void money_is_never_negative(@ForAll @Negative long won) {
        refused(() -> Money.of(won));
        refused(() -> new Money(won));
    }

    @Property
    void a_sum_is_exact_or_refused(@ForAll @LongRange long one, @ForAll @LongRange long other) {
        BigInteger sum = BigInteger.valueOf(one).add(BigInteger.valueOf(other));

        exactOrRefused(sum, () -> Money.of(one).plus(Money.of(other)));
    }

    @Property
    void a_difference_is_exact_or_refused(@ForAll @LongRange long one, @ForAll @LongRange long other) {
        BigInteger difference = BigInteger.valueOf(one).subtract(BigInteger.valueOf(other));

        exactOrRefused(difference, () -> Money.of(one).minus(Money.of(other)));
    }

    @Property
    void a_product_is_exact_or_refused(@ForAll @LongRange long won, @ForAll long factor) {
        BigInteger product = BigInteger.valueOf(won).multiply(BigInteger.valueOf(factor));

        exactOrRefused(product, () -> Money.of(won).times(factor));
    }

    @Property
    void a_percentage_is_rounded_down_and_exact_for_every_amount(
            @ForAll @LongRange long won, @ForAll @IntRange(max = 100) int percent) {
        BigInteger floor =
                BigInteger.valueOf(won).multiply(BigInteger.valueOf(percent)).divide(BigInteger.valueOf(100));

        assertThat(Money.of(won).percent(percent).won()).isEqualTo(floor.longValueExact());
    }

    @Property
    void more_than_all_of_an_amount_is_exact_or_refused(
            @ForAll @LongRange long won, @ForAll @IntRange(min = 101) int percent) {
        BigInteger floor =
                BigInteger.valueOf(won).multiply(BigInteger.valueOf(percent)).divide(BigInteger.valueOf(100));

        exactOrRefused(floor, () -> Money.of(won).percent(percent));
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "50, -1", "99, -1", "1000, -10"})
    void a_negative_percentage_is_refused(long won, int percent) {
        refused(() -> Money.of(won).percent(percent));
    }

    @Property
    void the_smaller_of_two_amounts_is_the_minimum(@ForAll @LongRange long one, @ForAll @LongRange long other) {
        assertThat(Money.of(one).min(Money.of(other)).won()).isEqualTo(Math.min(one, other));
        assertThat(Money.of(one).compareTo(Money.of(other))).isEqualTo(Long.compare(one, other));
    }

    @Test
    void only_no_money_is_zero() {
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(Money.of(0)).isSameAs(Money.ZERO);
        assertThat(Money.of(1).isZero()).isFalse();
        assertThat(Money.of(Long.MAX_VALUE).won()).isEqualTo(Long.MAX_VALUE);
    }

    private static void exactOrRefused(BigInteger expected, Supplier<Money> operation) {
        if (expected.signum() < 0 || expected.compareTo(MOST) > 0) {
            refused(operation::get);
        } else {
            assertThat(operation.get()).isEqualTo(new Money(expected.longValueExact()));
        }
    }

    private static void refused(ThrowingCallable operation) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(operation);
    }
}
