package io.commerceroutes.domain.order;

import io.commerceroutes.domain.coupon.IssuedCoupon;
import io.commerceroutes.domain.money.Money;
import io.commerceroutes.domain.order.PlacementOutcome.Placed;
import io.commerceroutes.domain.order.PlacementOutcome.Refused;
import io.commerceroutes.domain.payment.Payment;
import io.commerceroutes.domain.payment.PaymentMethod;
import io.commerceroutes.domain.payment.PaymentStatus;
import io.commerceroutes.domain.payment.SealedCard;
import io.commerceroutes.domain.product.ProductState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which wishes to order become orders, one after the other, each on what the ones before it left. Pure: it
 * reads only the locked state and changes nothing, so that any number of orders can be decided in one transaction.
 */
public final class Placement {
    private final Map<Long, ProductState> products;
    private final Map<Long, Money> balances;
    private final Map<Long, IssuedCoupon> coupons;

    private Placement(LockedState state) {
        this.products = new HashMap<>(state.productsById());
        this.balances = new HashMap<>(state.balancesByUser());
        this.coupons = new HashMap<>(state.couponsById());
    }

    public static PlacementDecision decide(LockedState state) {
        Placement placement = new Placement(state);
        return new PlacementDecision(
                state.commands().stream().map(placement::outcomeOf).toList());
    }

    private PlacementOutcome outcomeOf(PlaceOrder command) {
        try {
            return place(command);
        } catch (Declined declined) {
            return new Refused(command.orderId(), declined.refusal);
        } catch (ArithmeticException overflow) {
            return new Refused(command.orderId(), new Refusal.TooLarge());
        }
    }

    private PlacementOutcome place(PlaceOrder command) {
        if (!balances.containsKey(command.userId())) {
            throw new Declined(new Refusal.UnknownCustomer(command.userId()));
        }
        List<OrderItem> items = check(command);
        Money total = items.stream().map(OrderItem::amount).reduce(Money.ZERO, Money::plus);
        Money discount = discount(command, total);
        Amounts amounts = split(command, total, discount);
        take(command, amounts);
        return new Placed(
                order(command, items, amounts), amounts.payable().isZero() ? Optional.empty() : command.card());
    }

    private List<OrderItem> check(PlaceOrder command) {
        List<OrderItem> items = new ArrayList<>(command.lines().size());
        for (OrderLine line : command.lines()) {
            ProductState product = products.get(line.productId());
            if (product == null) {
                throw new Declined(new Refusal.UnknownProduct(line.productId()));
            }
            if (!product.stock().covers(line.quantity())) {
                throw new Declined(new Refusal.OutOfStock(
                        line.productId(), line.quantity(), product.stock().units()));
            }
            items.add(new OrderItem(product.productId(), product.name(), line.quantity(), product.price()));
        }
        return List.copyOf(items);
    }

    private Money discount(PlaceOrder command, Money total) {
        if (command.issuedCouponId().isEmpty()) {
            return Money.ZERO;
        }
        long issuedCouponId = command.issuedCouponId().get();
        IssuedCoupon coupon = coupons.get(issuedCouponId);
        if (coupon == null || coupon.userId() != command.userId()) {
            throw new Declined(new Refusal.UnknownCoupon(issuedCouponId));
        }
        Optional<String> unusable = coupon.unusableReason(total, command.at());
        if (unusable.isPresent()) {
            throw new Declined(new Refusal.CouponNotUsable(issuedCouponId, unusable.get()));
        }
        return coupon.discount().on(total);
    }

    private Amounts split(PlaceOrder command, Money total, Money discount) {
        Money due = total.minus(discount);
        if (command.usePoints().compareTo(due) > 0) {
            throw new Declined(new Refusal.TooManyPoints(command.usePoints().won(), due.won()));
        }
        Money points = command.method() == PaymentMethod.POINT ? due : command.usePoints();
        Money balance = balances.get(command.userId());
        if (points.compareTo(balance) > 0) {
            throw new Declined(new Refusal.InsufficientPoints(points.won(), balance.won()));
        }
        return new Amounts(total, discount, points, due.minus(points));
    }

    private void take(PlaceOrder command, Amounts amounts) {
        command.lines()
                .forEach(line ->
                        products.computeIfPresent(line.productId(), (id, product) -> product.take(line.quantity())));
        balances.computeIfPresent(command.userId(), (id, balance) -> balance.minus(amounts.pointsUsed()));
        command.issuedCouponId().ifPresent(id -> coupons.computeIfPresent(id, (key, coupon) -> coupon.use()));
    }

    private static Order order(PlaceOrder command, List<OrderItem> items, Amounts amounts) {
        boolean paid = amounts.payable().isZero();
        return new Order(
                command.orderId(),
                command.userId(),
                paid ? OrderStatus.PAID : OrderStatus.PENDING_PAYMENT,
                Optional.empty(),
                items,
                amounts,
                command.issuedCouponId(),
                new Payment(
                        command.method(),
                        paid ? PaymentStatus.APPROVED : PaymentStatus.PENDING,
                        command.card().map(card -> card.type().name()).orElse(null),
                        command.card().map(SealedCard::last4).orElse(null)),
                command.at(),
                paid ? Optional.of(command.at()) : Optional.empty());
    }

    /** Leaves a decision half-way; never leaves this class. */
    private static final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Declined(Refusal refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }
    }
}
