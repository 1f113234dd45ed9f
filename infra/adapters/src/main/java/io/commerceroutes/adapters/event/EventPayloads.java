package io.commerceroutes.adapters.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.commerceroutes.domain.event.OrderEvent;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderItem;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import java.time.Instant;
import java.util.List;

/** The JSON that events carry to their consumers. */
public class EventPayloads {
    private final ObjectMapper json;

    public EventPayloads(ObjectMapper json) {
        this.json = json;
    }

    record Item(long productId, int quantity, long price) {
        static Item of(OrderItem item) {
            return new Item(item.productId(), item.quantity(), item.price().won());
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OrderPayload(
            String orderId,
            long userId,
            List<Item> items,
            long totalAmount,
            long discountAmount,
            long pointsUsed,
            long payableAmount,
            Instant createdAt,
            Instant paidAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) CancelReason cancelReason) {}

    record PaymentPayload(
            String orderId,
            long userId,
            PaymentMethod method,
            PaymentStatus status,
            long pointsUsed,
            long payableAmount) {}

    record ProductPayload(long productId, String name, long price) {}

    record LikePayload(long productId) {}

    String of(OrderEvent event) {
        Order order = event.order();
        return write(event.ofPayment() ? payment(order) : order(order));
    }

    String productChanged(long productId, String name, long price) {
        return write(new ProductPayload(productId, name, price));
    }

    String productLiked(long productId) {
        return write(new LikePayload(productId));
    }

    private static OrderPayload order(Order order) {
        return new OrderPayload(
                order.orderId(),
                order.userId(),
                order.items().stream().map(Item::of).toList(),
                order.amounts().total().won(),
                order.amounts().discount().won(),
                order.amounts().pointsUsed().won(),
                order.amounts().payable().won(),
                order.createdAt(),
                order.paidAt().orElse(null),
                order.cancelReason().orElse(null));
    }

    private static PaymentPayload payment(Order order) {
        return new PaymentPayload(
                order.orderId(),
                order.userId(),
                order.payment().method(),
                order.payment().status(),
                order.amounts().pointsUsed().won(),
                order.amounts().payable().won());
    }

    private String write(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event payload is always writable", impossible);
        }
    }
}
