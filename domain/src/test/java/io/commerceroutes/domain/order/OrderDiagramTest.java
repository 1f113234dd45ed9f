package io.commerceroutes.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

    /** Both from and to in every combination: what is not in this list is not to be had. */
    @Test
    void an_order_takes_the_three_arrows_of_its_diagram_and_no_other() {
        Set<List<OrderStatus>> taken = new HashSet<>();
        for (OrderStatus status : OrderStatus.values()) {
            for (PaymentStatus payment : PaymentStatus.values()) {
                outcomes(order(status, payment)).forEach(after -> taken.add(List.of(status, after.status())));
            }
        }

        assertThat(taken)
                .filteredOn(arrow -> arrow.getFirst() != arrow.getLast())
                .containsExactlyInAnyOrder(
                        List.of(OrderStatus.PENDING_PAYMENT, OrderStatus.PAID),
                        List.of(OrderStatus.PENDING_PAYMENT, OrderStatus.CANCELED),
                        List.of(OrderStatus.PAID, OrderStatus.CANCELED));
    }

    /** All that can be made of an order, as far as it is not refused. */
    private static Stream<Order> outcomes(Order order) {
        Stream<Supplier<Order>> cancels = Arrays.stream(CancelReason.values())
                .map(reason -> () -> order.cancel(reason, LATER).order());
        Stream<Supplier<Order>> steps = Arrays.stream(PaymentStatus.values()).map(next -> () -> order.become(next));
        return Stream.of(Stream.<Supplier<Order>>of(() -> order.pay(LATER)), cancels, steps)
                .flatMap(operations -> operations)
                .flatMap(OrderDiagramTest::unlessRefused);
    }

    private static Stream<Order> unlessRefused(Supplier<Order> operation) {
        try {
            return Stream.of(operation.get());
        } catch (IllegalStateException refused) {
            return Stream.of();
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
