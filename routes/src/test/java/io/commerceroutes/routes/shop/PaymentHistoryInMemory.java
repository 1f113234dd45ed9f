package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.ListedPayment;
import io.commerceroutes.domain.settlement.ListedPayments;
import io.commerceroutes.domain.settlement.PaymentHistory;
import io.commerceroutes.domain.settlement.TimelineEntry;
import java.util.List;
import java.util.Optional;

/** Knows of orders that they were made, and of card payments what the shop keeps. */
class PaymentHistoryInMemory implements PaymentHistory {
    private final Shop shop;

    PaymentHistoryInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public List<TimelineEntry> timeline(String orderId) {
        shop.journal().enter("read timeline");
        return Optional.ofNullable(shop.orders().get(orderId)).stream()
                .map(order -> new TimelineEntry(
                        order.createdAt(),
                        "OrderCreated",
                        Optional.of(order.status().name())))
                .toList();
    }

    @Override
    public ListedPayments payments(Optional<PaymentStatus> status, int offset, int limit) {
        shop.journal().enter("list payments");
        List<ListedPayment> found = shop.state().payments().values().stream()
                .map(this::asItIs)
                .filter(payment -> status.isEmpty() || status.get() == payment.status())
                .map(ListedPayment::of)
                .toList();
        return new ListedPayments(found.stream().skip(offset).limit(limit).toList(), found.size());
    }

    private CardPayment asItIs(CardPayment kept) {
        return CardPaymentsInMemory.of(shop.orders().get(kept.order().orderId()), kept);
    }
}
