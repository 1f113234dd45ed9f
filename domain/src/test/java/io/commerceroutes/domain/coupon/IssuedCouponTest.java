package io.commerceroutes.domain.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IssuedCouponTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");
    private static final Money MINIMUM = Money.of(10_000);
    private static final IssuedCoupon COUPON =
            new IssuedCoupon(3, 1, false, new Discount.Fixed(Money.of(1_000)), MINIMUM, FROM, TO);

    @Test
    void a_coupon_is_usable_from_its_first_moment() {
        assertThat(COUPON.unusableReason(MINIMUM, FROM)).isEmpty();
        assertThat(COUPON.unusableReason(MINIMUM, FROM.minusNanos(1)))
                .hasValue("The coupon is not valid at this time.");
    }

    @Test
    void a_coupon_ends_just_before_its_last_moment() {
        assertThat(COUPON.unusableReason(MINIMUM, TO.minusNanos(1))).isEmpty();
        assertThat(COUPON.unusableReason(MINIMUM, TO)).hasValue("The coupon is not valid at this time.");
    }

    @Test
    void an_order_of_exactly_the_minimum_is_enough() {
        assertThat(COUPON.unusableReason(Money.of(10_000), FROM)).isEmpty();
        assertThat(COUPON.unusableReason(Money.of(9_999), FROM))
                .hasValue("The order is below the coupon's minimum of 10000 won.");
    }

    @Test
    void a_coupon_is_used_once_and_stays_what_it_was() {
        IssuedCoupon used = COUPON.use();

        assertThat(used.unusableReason(MINIMUM, FROM)).hasValue("The coupon has been used already.");
        assertThat(used).isEqualTo(new IssuedCoupon(3, 1, true, COUPON.discount(), MINIMUM, FROM, TO));
        assertThat(COUPON.used()).isFalse();
    }
}
