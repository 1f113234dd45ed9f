package io.commerceroutes.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class OrderTest {
    private static final Instant LATER = Wish.NOW.plusSeconds(60);

    @ParameterizedTest
    @EnumSource(PaymentMethod.class)
    void canceling_what_points_have_paid_refunds_it_in_the_same_step(PaymentMethod method) {
        Order order = PlacedOrders.withNothingLeftToPay(method);

        Cancellation cancellation = order.cancel(CancelReason.CUSTOMER, LATER);

        assertThat(cancellation.at()).isEqualTo(LATER);
        assertThat(cancellation.order())
                .isEqualTo(new Order(
                        order.orderId(),
                        order.userId(),
                        OrderStatus.CANCELED,
                        Optional.of(CancelReason.CUSTOMER),
                        order.items(),
                        order.amounts(),
                        order.issuedCouponId(),
                        order.payment().become(PaymentStatus.REFUNDING).become(PaymentStatus.REFUNDED),
                        order.createdAt(),
                        order.paidAt()));
    }

    @Test
    void canceling_what_a_card_was_charged_for_leaves_the_refund_to_be_done() {
        Cancellation cancellation = PlacedOrders.byCard(PaymentStatus.APPROVED).cancel(CancelReason.CUSTOMER, LATER);

        assertThat(cancellation.order().payment().status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(cancellation.order().paidAt()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(value = PaymentStatus.class, mode = Mode.EXCLUDE, names = "APPROVED")
    void canceling_leaves_any_other_payment_as_it_is(PaymentStatus status) {
        Order order = PlacedOrders.byCard(status);

        Order canceled = order.cancel(CancelReason.PAYMENT_DECLINED, LATER).order();

        assertThat(canceled.payment()).isEqualTo(order.payment());
        assertThat(canceled.cancelReason()).hasValue(CancelReason.PAYMENT_DECLINED);
        assertThat(canceled.paidAt()).isEmpty();
    }

    @Test
    void an_order_is_canceled_once() {
        Order canceled = PlacedOrders.byCard(PaymentStatus.PENDING)
                .cancel(CancelReason.PAYMENT_EXPIRED, LATER)
                .order();

        assertThatIllegalStateException()
                .isThrownBy(() -> canceled.cancel(CancelReason.CUSTOMER, LATER))
                .withMessageContaining("order-1");
    }

    @Test
    void a_charged_card_pays_for_the_order() {
        Order order = PlacedOrders.byCard(PaymentStatus.REQUESTED);

        Order paid = order.pay(LATER);

        assertThat(paid)
                .isEqualTo(new Order(
                        order.orderId(),
                        order.userId(),
                        OrderStatus.PAID,
                        Optional.empty(),
                        order.items(),
                        order.amounts(),
                        order.issuedCouponId(),
                        order.payment().become(PaymentStatus.APPROVED),
                        order.createdAt(),
                        Optional.of(LATER)));
    }

    @Test
    void a_card_paid_once_its_money_was_taken_also_for_what_is_canceled_later() {
        Order paid = PlacedOrders.byCard(PaymentStatus.APPROVED);

        assertThat(paid.wasPaidByCard()).isTrue();
        assertThat(paid.cancel(CancelReason.CUSTOMER, LATER).order().wasPaidByCard())
                .isTrue();
        assertThat(PlacedOrders.byCard(PaymentStatus.REQUESTED).wasPaidByCard()).isFalse();
        assertThat(PlacedOrders.withNothingLeftToPay(PaymentMethod.CARD).wasPaidByCard())
                .isFalse();
    }

    @Test
    void an_order_is_paid_once_and_never_after_it_was_canceled() {
        Order paid = PlacedOrders.byCard(PaymentStatus.APPROVED);
        Order canceled = PlacedOrders.byCard(PaymentStatus.REQUESTED)
                .cancel(CancelReason.CUSTOMER, LATER)
                .order();

        assertThatIllegalStateException().isThrownBy(() -> paid.pay(LATER)).withMessageContaining("PAID");
        assertThatIllegalStateException().isThrownBy(() -> canceled.pay(LATER)).withMessageContaining("CANCELED");
    }

    @Test
    void a_payment_that_goes_on_leaves_the_order_as_it_is() {
        Order order = PlacedOrders.byCard(PaymentStatus.PENDING);

        Order declined = order.become(PaymentStatus.DECLINED);

        assertThat(declined.payment()).isEqualTo(order.payment().become(PaymentStatus.DECLINED));
        assertThat(declined.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(declined.paidAt()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> declined.become(PaymentStatus.REQUESTED));
    }
}
