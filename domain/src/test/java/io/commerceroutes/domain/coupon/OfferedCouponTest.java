package io.commerceroutes.domain.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.commerceroutes.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferedCouponTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, false", "99, false", "100, true", "101, true"})
    void as_many_are_issued_as_there_are(long issued, boolean soldOut) {
        assertThat(offered(Optional.of(100L), issued).refusal(false, FROM))
                .isEqualTo(soldOut ? Optional.of(new IssueOutcome.SoldOut(5)) : Optional.empty());
    }

    @Test
    void without_a_total_there_is_always_one_left() {
        assertThat(offered(Optional.empty(), Long.MAX_VALUE).refusal(false, FROM))
                .isEmpty();
    }

    @Test
    void a_coupon_is_issued_ahead_of_its_validity_and_never_after_it() {
        OfferedCoupon coupon = offered(Optional.empty(), 0);

        assertThat(coupon.refusal(false, FROM.minusSeconds(1))).isEmpty();
        assertThat(coupon.refusal(false, TO.minusNanos(1))).isEmpty();
        assertThat(coupon.refusal(false, TO)).hasValue(new IssueOutcome.Ended(5, TO));
    }

    @Test
    void who_has_it_is_told_so_even_if_it_is_sold_out_or_over() {
        assertThat(offered(Optional.of(1L), 0).refusal(true, FROM)).hasValue(new IssueOutcome.AlreadyIssued(5));
        assertThat(offered(Optional.of(1L), 1).refusal(true, FROM)).hasValue(new IssueOutcome.AlreadyIssued(5));
        assertThat(offered(Optional.of(1L), 1).refusal(true, TO)).hasValue(new IssueOutcome.AlreadyIssued(5));
    }

    @Test
    void what_a_customer_holds_has_the_terms_of_the_offer() {
        assertThat(offered(Optional.of(1L), 0).heldAs(9, FROM.plusSeconds(1)))
                .isEqualTo(new HeldCoupon(
                        9,
                        5,
                        "Autumn",
                        new Discount.Fixed(Money.of(1_000)),
                        Money.of(7_000),
                        FROM,
                        TO,
                        FROM.plusSeconds(1),
                        Optional.empty()));
    }

    private static OfferedCoupon offered(Optional<Long> total, long issued) {
        NewCoupon terms =
                new NewCoupon("Autumn", new Discount.Fixed(Money.of(1_000)), Money.of(7_000), FROM, TO, total);
        return new OfferedCoupon(5, terms, issued);
    }
}
