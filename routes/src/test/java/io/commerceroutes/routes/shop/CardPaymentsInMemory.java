package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.domain.settlement.RefundTask;
import io.commerceroutes.domain.settlement.Settled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Card payments over what the shop keeps; an order's own row is the one that all share. */
class CardPaymentsInMemory implements CardPayments {
    private final Shop shop;

    CardPaymentsInMemory(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Optional<CardPayment> find(String orderId) {
        shop.journal().enter("find payment");
        return Optional.ofNullable(shop.orders().get(orderId))
                .filter(order -> order.payment().method() == PaymentMethod.CARD)
                .map(this::payment);
    }

    @Override
    public Optional<CardPayment> lock(String orderId) {
        shop.journal().enter("lock payment");
        return Optional.ofNullable(shop.orders().get(orderId))
                .filter(order -> order.payment().method() == PaymentMethod.CARD)
                .map(this::payment);
    }

    private CardPayment payment(Order order) {
        CardPayment kept = shop.state().payments().get(order.orderId());
        return kept == null
                ? new CardPayment(order, List.of(), List.of(), Optional.empty(), 0, Optional.of(order.createdAt()))
                : new CardPayment(
                        order, kept.attempts(), kept.transactions(), kept.leaseUntil(), kept.checks(), kept.dueAt());
    }

    @Override
    public void write(Settled settled) {
        Order order = settled.after().order();
        shop.state().payments().put(order.orderId(), settled.after());
        shop.state().orders().put(order.orderId(), order);
        settled.notes().forEach(note -> shop.state().notes().add(note.type().name()));
        settled.events().forEach(event -> shop.state().notes().add(event.type().name()));
        if (!settled.after().needsCard()) {
            shop.state().cards().remove(order.orderId());
        }
        shop.journal().enter("write payment");
    }

    @Override
    public List<String> due(Instant now, int limit) {
        shop.journal().enter("find due");
        return shop.orders().keySet().stream()
                .filter(orderId -> find(orderId)
                        .flatMap(CardPayment::dueAt)
                        .filter(at -> !at.isAfter(now))
                        .isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public boolean isStillOpen(String orderId, int attemptNo) {
        shop.journal().enter("confirm attempt");
        return shop.state().payments().get(orderId).attempts().stream()
                .anyMatch(attempt -> attempt.number() == attemptNo && attempt.outcome() == AttemptOutcome.OPEN);
    }

    @Override
    public boolean callbackReceived(String orderId, String transactionKey, String status, Instant at) {
        shop.journal().enter("note callback");
        return Optional.ofNullable(shop.orders().get(orderId))
                .filter(order -> order.payment().method() == PaymentMethod.CARD)
                .isPresent();
    }

    @Override
    public List<RefundTask> claimRefunds(Instant now, Duration lease, int limit) {
        shop.journal().enter("claim refunds");
        return shop.state().payments().values().stream()
                .flatMap(payment -> payment.transactions().stream()
                        .filter(transaction -> transaction.refund() == RefundState.DUE)
                        .map(transaction -> new RefundTask(
                                payment.order().orderId(),
                                payment.order().userId(),
                                transaction.key(),
                                transaction.amount().orElseThrow(),
                                shop.countRefundTry(transaction.key()),
                                now.plus(lease))))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean isStillClaimed(RefundTask task) {
        shop.journal().enter("confirm refund");
        return true;
    }

    @Override
    public void postponeRefund(RefundTask task, Instant at) {
        shop.journal().enter("postpone refund to " + Duration.between(Shop.NOW, at));
    }
}
