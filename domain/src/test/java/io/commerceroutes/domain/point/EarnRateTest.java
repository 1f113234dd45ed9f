package io.commerceroutes.domain.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Amounts;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.order.PlacedOrders;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarnRateTest {
    private static final Order PAID = PlacedOrders.byCard(PaymentStatus.APPROVED);

    @Test
    void a_paid_order_earns_its_customer_a_share_when_it_is_paid() {
        assertThat(new EarnRate(1).earnedBy(PAID))
                .isEqualTo(new PointEarning(
                        "order-1", 1, Money.of(20), PAID.paidAt().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "1, 99, 0", "1, 100, 1", "1, 199, 1", "3, 5050, 151", "0, 5000, 0", "100, 5001, 5001"})
    void a_share_is_rounded_down_to_a_whole_won(int percent, long payable, long earned) {
        assertThat(new EarnRate(percent).earnedBy(payable(0, payable)).amount()).isEqualTo(Money.of(earned));
    }

    @ParameterizedTest
    @EnumSource(PaymentMethod.class)
    void what_points_paid_earns_nothing(PaymentMethod method) {
        Order paid = PlacedOrders.withNothingLeftToPay(method);

        assertThat(new EarnRate(100).earnedBy(paid).amount()).isEqualTo(Money.ZERO);
    }

    @Property
    void nobody_earns_more_than_the_share_of_what_the_card_paid_or_less_than_nothing(
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @LongRange(max = Long.MAX_VALUE / 2) long pointsUsed,
            @ForAll @LongRange(max = Long.MAX_VALUE / 2) long payable) {
        long earned = new EarnRate(percent)
                .earnedBy(payable(pointsUsed, payable))
                .amount()
                .won();

        BigInteger share = BigInteger.valueOf(payable).multiply(BigInteger.valueOf(percent));
        BigInteger rest = share.subtract(BigInteger.valueOf(earned).multiply(BigInteger.valueOf(100)));
        assertThat(rest).isBetween(BigInteger.ZERO, BigInteger.valueOf(99));
        assertThat(earned).isBetween(0L, payable);
    }

    @Property
    void every_amount_that_a_card_can_pay_has_a_share(
            @ForAll @IntRange(max = 100) int percent, @ForAll @LongRange long payable) {
        assertThat(new EarnRate(percent).earnedBy(payable(0, payable)).amount()).isLessThanOrEqualTo(Money.of(payable));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 101, Integer.MAX_VALUE})
    void a_share_is_from_nothing_to_all(int percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EarnRate(percent))
                .withMessageContaining(Integer.toString(percent));
    }

    private static Order payable(long pointsUsed, long payable) {
        Money points = Money.of(pointsUsed);
        return new Order(
                "order-1",
                1,
                OrderStatus.PAID,
                Optional.empty(),
                PAID.items(),
                new Amounts(points.plus(Money.of(payable)), Money.ZERO, points, Money.of(payable)),
                Optional.empty(),
                PAID.payment(),
                PAID.createdAt(),
                PAID.paidAt());
    }
}
