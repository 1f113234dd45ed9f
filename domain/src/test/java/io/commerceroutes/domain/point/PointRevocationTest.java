package io.commerceroutes.domain.point;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.money.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointRevocationTest {
    @ParameterizedTest
    @CsvSource({"25, 1000, 25, 0", "25, 25, 25, 0", "25, 24, 24, 1", "25, 0, 0, 25", "0, 1000, 0, 0", "0, 0, 0, 0"})
    void what_the_balance_allows_is_revoked_and_the_rest_is_a_shortfall(
            long earned, long balance, long revoked, long shortfall) {
        assertThat(PointRevocation.of(Money.of(earned), Money.of(balance)))
                .isEqualTo(new PointRevocation(Money.of(revoked), Money.of(shortfall)));
    }

    @Property
    void nothing_of_what_was_earned_is_lost_and_no_balance_falls_below_zero(
            @ForAll @LongRange long earned, @ForAll @LongRange long balance) {
        PointRevocation revocation = PointRevocation.of(Money.of(earned), Money.of(balance));

        assertThat(revocation.revoked().plus(revocation.shortfall())).isEqualTo(Money.of(earned));
        assertThat(revocation.revoked()).isLessThanOrEqualTo(Money.of(balance));
        assertThat(revocation.shortfall().isZero() || revocation.revoked().equals(Money.of(balance)))
                .isTrue();
    }
}
