package io.commerceroutes.app.metering;

import io.commerceroutes.adapters.event.OrderEventsWritten;
import io.commerceroutes.domain.event.OrderEvent;
import io.commerceroutes.domain.order.CancelReason;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.routes.order.RefusedOrders;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What became of orders and of card payments. Counted from the events that a transaction wrote, once it has committed:
 * so each counts once, whichever flow brought it about, and nothing that was rolled back or replayed does.
 */
class OrderMetrics implements RefusedOrders {
    private static final String METHOD = "method";
    private static final String STATUS = "status";
    private static final List<PaymentStatus> CERTAIN =
            List.of(PaymentStatus.APPROVED, PaymentStatus.DECLINED, PaymentStatus.EXPIRED);
    private static final List<PaymentStatus> ENDS =
            Stream.concat(CERTAIN.stream(), Stream.of(PaymentStatus.REFUNDED)).toList();
    private static final String OTHER = "OTHER";
    private static final List<String> REFUSALS = List.of(
            "OUT_OF_STOCK",
            "INSUFFICIENT_POINTS",
            "COUPON_NOT_USABLE",
            "USER_NOT_FOUND",
            "PRODUCT_NOT_FOUND",
            "COUPON_NOT_FOUND",
            "VALIDATION_FAILED",
            OTHER);

    /** The gateway settles in seconds; after five minutes a payment expires, after thirty it must have ended. */
    private static final Duration[] CERTAINTY_STEPS = List.of(1, 2, 3, 5, 8, 15, 30, 60, 300, 600, 1_800).stream()
            .map(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private final Counters<PaymentMethod> placed;
    private final Counters<PaymentMethod> paid;
    private final Counters<CancelReason> canceled;
    private final Counters<PaymentStatus> settled;
    private final Counters<String> refused;
    private final Map<PaymentStatus, Timer> certainty;

    OrderMetrics(MeterRegistry meters) {
        List<PaymentMethod> methods = List.of(PaymentMethod.values());
        placed = Counters.of(meters, "commerce.orders.placed", METHOD, methods);
        paid = Counters.of(meters, "commerce.orders.paid", METHOD, methods);
        canceled = Counters.of(meters, "commerce.orders.canceled", "reason", List.of(CancelReason.values()));
        refused = Counters.of(meters, "commerce.orders.refused", "code", REFUSALS);
        settled = Counters.of(meters, "commerce.payments.settled", STATUS, ENDS);
        certainty = CERTAIN.stream().collect(Collectors.toMap(Function.identity(), status -> timer(meters, status)));
    }

    private static Timer timer(MeterRegistry meters, PaymentStatus status) {
        return Timer.builder("commerce.payment.certainty")
                .description("From an order by card to the end of its payment")
                .tag(STATUS, status.name())
                .serviceLevelObjectives(CERTAINTY_STEPS)
                .register(meters);
    }

    @Override
    public void count(String code) {
        refused.count(REFUSALS.contains(code) ? code : OTHER);
    }

    @TransactionalEventListener
    void count(OrderEventsWritten written) {
        written.events().forEach(this::count);
    }

    private void count(OrderEvent event) {
        Order order = event.order();
        switch (event.type()) {
            case ORDER_CREATED -> placed.count(order.payment().method());
            case ORDER_PAID -> paid.count(order.payment().method());
            case ORDER_CANCELED -> canceled.count(order.cancelReason().orElseThrow());
            case PAYMENT_APPROVED -> settle(event, PaymentStatus.APPROVED);
            case PAYMENT_DECLINED -> settle(event, PaymentStatus.DECLINED);
            case PAYMENT_EXPIRED -> settle(event, PaymentStatus.EXPIRED);
            case PAYMENT_REFUNDED -> settle(event, PaymentStatus.REFUNDED);
            default -> {}
        }
    }

    /** Points are certain at once, which says nothing of the gateway. */
    private void settle(OrderEvent event, PaymentStatus status) {
        if (event.order().payment().method() == PaymentMethod.CARD) {
            settled.count(status);
            Timer timer = certainty.get(status);
            if (timer != null) {
                timer.record(Duration.between(event.order().createdAt(), event.at()));
            }
        }
    }
}
