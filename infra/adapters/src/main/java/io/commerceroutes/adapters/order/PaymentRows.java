package io.commerceroutes.adapters.order;

import io.commerceroutes.adapters.sql.StatementBatch;
import io.commerceroutes.adapters.sql.Utc;
import io.commerceroutes.domain.event.TraceContext;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.order.OrderStatus;
import io.commerceroutes.domain.payment.PaymentDeadlines;
import io.commerceroutes.domain.payment.SealedCard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The payments of orders that were just placed, and the cards to ask the gateway with. */
final class PaymentRows {
    private static final String PAYMENTS = "INSERT INTO payment (order_id, user_id, method, status, amount, card_type,"
            + " card_last4, due_at, soft_deadline_at, hard_deadline_at, traceparent, created_at, updated_at)";
    private static final String CARDS = "INSERT INTO card_vault (order_id, key_id, sealed, created_at)";

    private PaymentRows() {}

    static void append(
            StatementBatch batch,
            List<Order> orders,
            Map<String, SealedCard> cardsByOrder,
            PaymentDeadlines deadlines,
            TraceContext trace) {
        batch.insert(
                PAYMENTS,
                orders.stream().map(order -> payment(order, deadlines, trace)).toList());
        batch.insert(
                CARDS,
                orders.stream()
                        .filter(order -> cardsByOrder.containsKey(order.orderId()))
                        .map(order -> card(order, cardsByOrder.get(order.orderId())))
                        .toList());
    }

    private static Object[] payment(Order order, PaymentDeadlines deadlines, TraceContext trace) {
        return new Object[] {
            order.orderId(),
            order.userId(),
            order.payment().method().name(),
            order.payment().status().name(),
            order.amounts().payable().won(),
            order.payment().cardType(),
            order.payment().cardLast4(),
            whileUnpaid(order, deadlines::check),
            whileUnpaid(order, deadlines::soft),
            whileUnpaid(order, deadlines::hard),
            isUnpaid(order) ? trace.traceparent().orElse(null) : null,
            Utc.of(order.createdAt()),
            Utc.of(order.createdAt())
        };
    }

    private static Object whileUnpaid(Order order, Function<Instant, Instant> deadline) {
        return isUnpaid(order) ? Utc.of(deadline.apply(order.createdAt())) : null;
    }

    private static boolean isUnpaid(Order order) {
        return order.status() == OrderStatus.PENDING_PAYMENT;
    }

    private static Object[] card(Order order, SealedCard card) {
        return new Object[] {order.orderId(), card.keyId(), card.sealed(), Utc.of(order.createdAt())};
    }
}
