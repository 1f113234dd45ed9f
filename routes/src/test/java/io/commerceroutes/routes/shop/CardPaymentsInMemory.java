package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.settlement.AttemptOutcome;
import io.commerceroutes.domain.settlement.Calls;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.CardPayments;
import io.commerceroutes.domain.settlement.CardTransaction;
import io.commerceroutes.domain.settlement.CardTransaction.RefundState;
import io.commerceroutes.domain.settlement.PaymentNote;
import io.commerceroutes.domain.settlement.RefundTask;
import io.commerceroutes.domain.settlement.Settled;
import io.commerceroutes.routes.shop.ShopState.RefundClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                ? new CardPayment(order, List.of(), List.of(), Optional.empty(), 0, firstDue(order), Calls.NONE)
                : of(order, kept);
    }

    /** What is kept of the payment, with the order as it stands. */
    static CardPayment of(Order order, CardPayment kept) {
        return new CardPayment(
                order,
                kept.attempts(),
                kept.transactions(),
                kept.leaseUntil(),
                kept.checks(),
                kept.dueAt(),
                kept.calls());
    }

    private static Optional<Instant> firstDue(Order order) {
        return Optional.of(order.createdAt()).filter(at -> order.payment().status() == PaymentStatus.PENDING);
    }

    @Override
    public void write(Settled settled) {
        Order order = settled.after().order();
        shop.state().payments().put(order.orderId(), settled.after());
        shop.state().orders().put(order.orderId(), order);
        settled.notes().forEach(note -> shop.state().notes().add(note.type().name()));
        settled.notes().stream()
                .filter(PaymentNote::isContradiction)
                .forEach(note -> shop.state()
                        .contradictions()
                        .merge(order.orderId(), List.of(note), CardPaymentsInMemory::joined));
        settled.events().forEach(event -> shop.state().notes().add(event.type().name()));
        if (!settled.after().needsCard()) {
            shop.state().cards().remove(order.orderId());
        }
        shop.journal().enter("write payment");
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Override
    public Set<String> knownElsewhere(String orderId, Set<String> transactionKeys) {
        return shop.state().payments().values().stream()
                .filter(payment -> !payment.order().orderId().equals(orderId))
                .flatMap(payment -> payment.transactions().stream())
                .map(CardTransaction::key)
                .filter(transactionKeys::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<PaymentNote> contradictions(String orderId) {
        return shop.state().contradictions().getOrDefault(orderId, List.of());
    }

    @Override
    public List<String> due(Instant now, int limit) {
        shop.journal().enter("find due");
        return shop.orders().values().stream()
                .filter(order -> order.payment().method() == PaymentMethod.CARD)
                .map(this::payment)
                .filter(payment -> payment.isDue(now))
                .sorted(Comparator.comparing(payment -> payment.dueAt().orElseThrow()))
                .map(payment -> payment.order().orderId())
                .limit(limit)
                .toList();
    }

    @Override
    public void putOff(String orderId, Instant now, Instant until) {
        shop.journal().enter("put off payment");
        Optional.ofNullable(shop.orders().get(orderId))
                .map(this::payment)
                .filter(payment -> payment.isDue(now))
                .ifPresent(payment ->
                        shop.state().payments().put(orderId, with(payment, Optional.of(until), payment.calls())));
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
        Optional<CardPayment> called = Optional.ofNullable(shop.orders().get(orderId))
                .filter(order -> order.payment().method() == PaymentMethod.CARD)
                .map(this::payment);
        called.ifPresent(payment -> {
            shop.state().payments().put(orderId, calledAbout(payment, at));
            shop.state().notes().add("CALLBACK_RECEIVED");
        });
        return called.isPresent();
    }

    private static CardPayment calledAbout(CardPayment payment, Instant at) {
        return with(
                payment,
                payment.dueAt().filter(due -> due.isBefore(at)).or(() -> Optional.of(at)),
                new Calls(payment.calls().received() + 1, payment.calls().followedUp()));
    }

    private static CardPayment with(CardPayment payment, Optional<Instant> dueAt, Calls calls) {
        return new CardPayment(
                payment.order(),
                payment.attempts(),
                payment.transactions(),
                payment.leaseUntil(),
                payment.checks(),
                dueAt,
                calls);
    }

    @Override
    public List<RefundTask> claimRefunds(Instant now, Duration lease, int limit) {
        shop.journal().enter("claim refunds");
        return shop.state().payments().values().stream()
                .flatMap(payment -> payment.transactions().stream()
                        .filter(transaction -> transaction.refund() == RefundState.DUE)
                        .filter(transaction ->
                                !claim(transaction.key(), now).dueAt().isAfter(now))
                        .map(transaction -> claim(payment, transaction, now, now.plus(lease))))
                .limit(limit)
                .toList();
    }

    private RefundTask claim(CardPayment payment, CardTransaction transaction, Instant now, Instant leaseUntil) {
        int tries = claim(transaction.key(), now).tries() + 1;
        shop.state().refundClaims().put(transaction.key(), new RefundClaim(tries, leaseUntil));
        return new RefundTask(
                payment.order().orderId(),
                payment.order().userId(),
                transaction.key(),
                transaction.amount().orElseThrow(),
                tries,
                leaseUntil);
    }

    private RefundClaim claim(String transactionKey, Instant now) {
        return shop.state().refundClaims().getOrDefault(transactionKey, new RefundClaim(0, now));
    }

    @Override
    public boolean isStillClaimed(RefundTask task) {
        shop.journal().enter("confirm refund");
        return isClaimed(task);
    }

    private boolean isClaimed(RefundTask task) {
        return claim(task.transactionKey(), Instant.MIN).dueAt().equals(task.leaseUntil());
    }

    @Override
    public void postponeRefund(RefundTask task, Instant at) {
        shop.journal().enter("postpone refund");
        if (isClaimed(task)) {
            shop.state().refundClaims().put(task.transactionKey(), new RefundClaim(task.tries(), at));
        }
    }
}
