package io.commerceroutes.domain.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldCouponTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void an_unused_coupon_expires_at_its_end() {
        assertThat(coupon(Optional.empty()).status(FROM.minusSeconds(1))).isEqualTo(CouponStatus.ISSUED);
        assertThat(coupon(Optional.empty()).status(TO.minusNanos(1))).isEqualTo(CouponStatus.ISSUED);
        assertThat(coupon(Optional.empty()).status(TO)).isEqualTo(CouponStatus.EXPIRED);
    }

    @Test
    void a_used_coupon_does_not_expire() {
        assertThat(coupon(Optional.of("order-1")).status(FROM)).isEqualTo(CouponStatus.USED);
        assertThat(coupon(Optional.of("order-1")).status(TO)).isEqualTo(CouponStatus.USED);
    }

    private static HeldCoupon coupon(Optional<String> orderId) {
        return new HeldCoupon(9, 5, "Autumn", new Discount.Fixed(Money.of(1_000)), Money.ZERO, FROM, TO, FROM, orderId);
    }
}
