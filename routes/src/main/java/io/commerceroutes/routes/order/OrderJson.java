package io.commerceroutes.routes.order;

import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderItem;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Instant;
import java.util.List;

/** An order as its customer reads it. */
public record OrderJson(
        String orderId,
        OrderStatus status,
        CancelReason cancelReason,
        List<Item> items,
        long totalAmount,
        long discountAmount,
        long pointsUsed,
        long payableAmount,
        PaymentView payment,
        Instant createdAt) {

    public record Item(long productId, String name, int quantity, long price) {
        static Item of(OrderItem item) {
            return new Item(
                    item.productId(), item.name(), item.quantity(), item.price().won());
        }
    }

    public record PaymentView(PaymentMethod method, PaymentStatus status, String cardType, String cardLast4) {
        static PaymentView of(Payment payment) {
            return new PaymentView(payment.method(), payment.status(), payment.cardType(), payment.cardLast4());
        }
    }

    public static OrderJson of(Order order) {
        return new OrderJson(
                order.orderId(),
                order.status(),
                order.cancelReason().orElse(null),
                order.items().stream().map(Item::of).toList(),
                order.amounts().total().won(),
                order.amounts().discount().won(),
                order.amounts().pointsUsed().won(),
                order.amounts().payable().won(),
                PaymentView.of(order.payment()),
                order.createdAt());
    }
}
