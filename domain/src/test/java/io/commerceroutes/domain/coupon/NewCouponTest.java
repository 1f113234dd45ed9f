package io.commerceroutes.domain.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewCouponTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void a_coupon_is_valid_for_some_time() {
        assertThat(coupon(FROM.plusNanos(1)).validTo()).isAfter(FROM);
        assertThatIllegalArgumentException().isThrownBy(() -> coupon(FROM));
        assertThatIllegalArgumentException().isThrownBy(() -> coupon(FROM.minusSeconds(1)));
    }

    @Test
    void a_coupon_is_handed_out_at_least_once() {
        assertThat(coupon(FROM.plusSeconds(1), Optional.of(1L)).totalQuantity()).hasValue(1L);
        assertThatIllegalArgumentException().isThrownBy(() -> coupon(FROM.plusSeconds(1), Optional.of(0L)));
    }

    private static NewCoupon coupon(Instant validTo) {
        return coupon(validTo, Optional.empty());
    }

    private static NewCoupon coupon(Instant validTo, Optional<Long> total) {
        return new NewCoupon("Autumn", new Discount.Fixed(Money.of(1_000)), Money.ZERO, FROM, validTo, total);
    }
}
