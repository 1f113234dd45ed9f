package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.coupon.HeldCoupon;
import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.coupon.OfferedCoupon;
import io.commerceroutes.domain.event.OutboxEvent;
import io.commerceroutes.domain.idempotency.StoredAnswer;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.Order;
import io.commerceroutes.domain.payment.SealedCard;
import io.commerceroutes.domain.point.PointMovement;
import io.commerceroutes.domain.product.Product;
import io.commerceroutes.domain.product.ProductState;
import io.commerceroutes.domain.product.Stock;
import io.commerceroutes.domain.settlement.CardPayment;
import io.commerceroutes.domain.settlement.PaymentNote;
import io.commerceroutes.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** What the fakes of the domain's ports keep, in memory, with transactions that roll back. */
public class Shop {
    public static final Instant NOW = Instant.parse("2026-11-22T03:04:05Z");
    /** The customer who is signed in unless a test says otherwise; has 1,000 points. */
    public static final long CUSTOMER = 1;
    /** 100 won each, 10 in stock. */
    public static final long TEA = 11;
    /** 250 won each, 3 in stock. */
    public static final long CUP = 12;

    private static final int LOCK_SECONDS_MAX = 60;

    private final Journal journal = new Journal();
    private final ReentrantLock transaction = new ReentrantLock();
    private State state = State.empty();

    /** How often a transaction's refund was tried, and when it is due again. */
    record RefundClaim(int tries, Instant dueAt) {}

    record State(
            Map<Long, ProductState> products,
            Map<Long, Product> catalogue,
            Map<Long, Set<Long>> likers,
            Map<Long, User> users,
            Map<Long, Money> balances,
            List<PointMovement> movements,
            Map<String, Money> shortfalls,
            Map<Long, IssuedCoupon> coupons,
            Map<String, Order> orders,
            Map<String, StoredAnswer> answers,
            List<OutboxEvent> outbox,
            Map<String, SealedCard> cards,
            Map<String, CardPayment> payments,
            Map<String, RefundClaim> refundClaims,
            List<String> notes,
            Map<String, List<PaymentNote>> contradictions,
            Map<Long, OfferedCoupon> offers,
            Map<Long, HeldCoupon> held) {
        static State empty() {
            return new State(
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new ArrayList<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new ArrayList<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new ArrayList<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>());
        }

        State copy() {
            return new State(
                    new LinkedHashMap<>(products),
                    new LinkedHashMap<>(catalogue),
                    new LinkedHashMap<>(likers),
                    new LinkedHashMap<>(users),
                    new LinkedHashMap<>(balances),
                    new ArrayList<>(movements),
                    new LinkedHashMap<>(shortfalls),
                    new LinkedHashMap<>(coupons),
                    new LinkedHashMap<>(orders),
                    new LinkedHashMap<>(answers),
                    new ArrayList<>(outbox),
                    new LinkedHashMap<>(cards),
                    new LinkedHashMap<>(payments),
                    new LinkedHashMap<>(refundClaims),
                    new ArrayList<>(notes),
                    new LinkedHashMap<>(contradictions),
                    new LinkedHashMap<>(offers),
                    new LinkedHashMap<>(held));
        }
    }

    /** As it is when a test begins. */
    public synchronized void open() {
        journal.clear();
        state = State.empty();
        add(new Product(TEA, "Tea", Money.of(100), 10, 3, 5, "Leaf"));
        add(new Product(CUP, "Cup", Money.of(250), 3, 0, 5, "Leaf"));
        state.users().put(CUSTOMER, new User(CUSTOMER, "kim", "kim@example.org"));
        state.balances().put(CUSTOMER, Money.of(1_000));
    }

    void add(Product product) {
        state.catalogue().put(product.productId(), product);
        state.products()
                .put(
                        product.productId(),
                        new ProductState(
                                product.productId(), product.name(), product.price(), new Stock(product.stock())));
    }

    public Journal journal() {
        return journal;
    }

    public long stockOf(long productId) {
        return state().products().get(productId).stock().units();
    }

    public long pointsOf(long userId) {
        return state().balances().get(userId).won();
    }

    public Map<String, Order> orders() {
        return state().orders();
    }

    public Map<Long, IssuedCoupon> coupons() {
        return state().coupons();
    }

    /** The coupons on offer. */
    public Map<Long, OfferedCoupon> offers() {
        return state().offers();
    }

    public List<PointMovement> movements() {
        return state().movements();
    }

    /** Earned points that could not be revoked, by order. */
    public Map<String, Money> shortfalls() {
        return state().shortfalls();
    }

    public List<OutboxEvent> outbox() {
        return state().outbox();
    }

    /** The cards that are kept, by order. */
    public Map<String, SealedCard> cards() {
        return state().cards();
    }

    /** As if it had been lost. */
    public void eraseCard(String orderId) {
        state().cards().remove(orderId);
    }

    public CardPayment payment(String orderId) {
        return state().payments().get(orderId);
    }

    /** How often the transaction's refund was tried. */
    public int refundTries(String transactionKey) {
        return state().refundClaims().get(transactionKey).tries();
    }

    /** When the transaction's refund is tried next, or its claim ends. */
    public Instant refundDueAt(String transactionKey) {
        return state().refundClaims().get(transactionKey).dueAt();
    }

    /** Lines of payments' histories, and events, by name. */
    public List<String> notes() {
        return state().notes();
    }

    /** All that is kept, as text. */
    public String kept() {
        return state().toString();
    }

    synchronized State state() {
        return state;
    }

    /** One transaction at a time; the others wait. */
    State begin() {
        try {
            if (!transaction.tryLock(LOCK_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A transaction waits for itself");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return state().copy();
    }

    /** Whether this thread has begun one that has not ended. */
    boolean isInTransaction() {
        return transaction.isHeldByCurrentThread();
    }

    synchronized void rollBack(State before) {
        state = before;
    }

    void end() {
        transaction.unlock();
    }
}
