package io.commerceroutes.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an order and its payment may do together: every pair of theirs, with every wish. */
class OrderDiagramTest {
    private static final Instant LATER = Wish.NOW.plusSeconds(60);

    static Stream<Arguments> states() {
        return Arrays.stream(OrderStatus.values())
                .flatMap(order -> Arrays.stream(PaymentStatus.values()).map(payment -> Arguments.of(order, payment)));
    }

    static Stream<Arguments> steps() {
        return states().flatMap(state ->
                Arrays.stream(PaymentStatus.values()).map(next -> Arguments.of(state.get()[0], state.get()[1], next)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_payment_goes_on_beside_its_order_where_the_diagram_says_so_and_pays_or_unpays_it_never(
            OrderStatus status, PaymentStatus from, PaymentStatus to) {
        Order order = order(status, from);
        boolean allowed = from.canBecome(to) && to != PaymentStatus.APPROVED && status != OrderStatus.PAID;

        if (allowed) {
            assertThat(order.become(to)).isEqualTo(order(status, to));
        } else {
            assertThatIllegalStateException().isThrownBy(() -> order.become(to)).withMessageContaining(to.name());
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void only_an_order_that_waits_for_its_payment_is_paid(OrderStatus status, PaymentStatus payment) {
        Order order = order(status, payment);

        if (status == OrderStatus.PENDING_PAYMENT && payment.canBecome(PaymentStatus.APPROVED)) {
            Order paid = order.pay(LATER);
            assertThat(paid.status()).isEqualTo(OrderStatus.PAID);
            assertThat(paid.payment().status()).isEqualTo(PaymentStatus.APPROVED);
            assertThat(paid.paidAt()).hasValue(LATER);
        } else {
            assertThatIllegalStateException().isThrownBy(() -> order.pay(LATER));
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void every_order_that_is_not_canceled_can_be_and_only_money_that_was_taken_changes_its_payment(
            OrderStatus status, PaymentStatus payment) {
        Order order = order(status, payment);

        if (status == OrderStatus.CANCELED) {
            assertThatIllegalStateException().isThrownBy(() -> order.cancel(CancelReason.CUSTOMER, LATER));
        } else {
            Order canceled = order.cancel(CancelReason.CUSTOMER, LATER).order();
            assertThat(canceled.status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(canceled.payment().status())
                    .isEqualTo(payment == PaymentStatus.APPROVED ? PaymentStatus.REFUNDING : payment);
        }
    }

    @Test
    void all_pairs_are_tried() {
        assertThat(states()).hasSize(3 * 9);
        assertThat(steps()).hasSize(3 * 9 * 9);
    }

    private static Order order(OrderStatus status, PaymentStatus payment) {
        Order order = PlacedOrders.byCard(PaymentStatus.PENDING);
        Payment kept = new Payment(order.payment().method(), payment, "KB", "1451");
        return new Order(
                order.orderId(),
                order.userId(),
                status,
                Optional.empty(),
                order.items(),
                order.amounts(),
                order.issuedCouponId(),
                kept,
                order.createdAt(),
                Optional.empty());
    }
}
