package io.commerceroutes.domain.order;

import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.util.List;
import java.util.Optional;

/** Orders as they stand some time after they were placed, for tests. Each of 3,000 won. */
public final class PlacedOrders {
    private PlacedOrders() {}

    /** 1,000 won by points and 2,000 by card, which has come to {@code status}. */
    public static Order byCard(PaymentStatus status) {
        boolean paid = status == PaymentStatus.APPROVED;
        return order(
                paid ? OrderStatus.PAID : OrderStatus.PENDING_PAYMENT,
                new Amounts(Money.of(3_000), Money.ZERO, Money.of(1_000), Money.of(2_000)),
                new Payment(PaymentMethod.CARD, status, "KB", "1451"));
    }

    /** Paid at once, whatever {@code method} would have paid a rest. */
    public static Order withNothingLeftToPay(PaymentMethod method) {
        return order(
                OrderStatus.PAID,
                new Amounts(Money.of(3_000), Money.ZERO, Money.of(3_000), Money.ZERO),
                new Payment(method, PaymentStatus.APPROVED, null, null));
    }

    private static Order order(OrderStatus status, Amounts amounts, Payment payment) {
        return new Order(
                "order-1",
                1,
                status,
                Optional.empty(),
                List.of(new OrderItem(1, "Product 1", 3, Money.of(1_000))),
                amounts,
                Optional.of(7L),
                payment,
                Wish.NOW,
                status == OrderStatus.PAID ? Optional.of(Wish.NOW.plusSeconds(2)) : Optional.empty());
    }
}
