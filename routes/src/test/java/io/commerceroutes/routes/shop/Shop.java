package io.commerceroutes.routes.shop;

import io.commerceroutes.domain.coupon.IssuedCoupon;
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
import io.commerceroutes.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the fakes of the domain's ports keep, in memory, with transactions that roll back. */
public class Shop {
    public static final Instant NOW = Instant.parse("2026-11-22T03:04:05Z");
    /** The customer who is signed in unless a test says otherwise; has 1,000 points. */
    public static final long CUSTOMER = 1;
    /** 100 won each, 10 in stock. */
    public static final long TEA = 11;
    /** 250 won each, 3 in stock. */
    public static final long CUP = 12;

    private final Journal journal = new Journal();
    private final Map<String, Integer> refundTries = new HashMap<>();
    private State state = State.empty();

    record State(
            Map<Long, ProductState> products,
            Map<Long, Product> catalogue,
            Map<Long, User> users,
            Map<Long, Money> balances,
            List<PointMovement> movements,
            Map<Long, IssuedCoupon> coupons,
            Map<String, Order> orders,
            Map<String, StoredAnswer> answers,
            List<OutboxEvent> outbox,
            Map<String, SealedCard> cards,
            Map<String, CardPayment> payments,
            List<String> notes) {
        static State empty() {
            return new State(
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
                    new ArrayList<>());
        }

        State copy() {
            return new State(
                    new LinkedHashMap<>(products),
                    new LinkedHashMap<>(catalogue),
                    new LinkedHashMap<>(users),
                    new LinkedHashMap<>(balances),
                    new ArrayList<>(movements),
                    new LinkedHashMap<>(coupons),
                    new LinkedHashMap<>(orders),
                    new LinkedHashMap<>(answers),
                    new ArrayList<>(outbox),
                    new LinkedHashMap<>(cards),
                    new LinkedHashMap<>(payments),
                    new ArrayList<>(notes));
        }
    }

    /** As it is when a test begins. */
    public synchronized void open() {
        journal.clear();
        refundTries.clear();
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

    public List<PointMovement> movements() {
        return state().movements();
    }

    public List<OutboxEvent> outbox() {
        return state().outbox();
    }

    /** The cards that are kept, by order. */
    public Map<String, SealedCard> cards() {
        return state().cards();
    }

    public CardPayment payment(String orderId) {
        return state().payments().get(orderId);
    }

    /** Lines of payments' histories, and events, by name. */
    public List<String> notes() {
        return state().notes();
    }

    synchronized int countRefundTry(String transactionKey) {
        return refundTries.merge(transactionKey, 1, Integer::sum);
    }

    synchronized State state() {
        return state;
    }

    synchronized State begin() {
        return state.copy();
    }

    synchronized void rollBack(State before) {
        state = before;
    }
}
